import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { focusTitle } from './focus-title.ts'

interface Props {
  title: string
  close: () => void
  children: ComponentChildren
}

/** What had the focus may be what was deleted. */
function keepFocus(): void {
  if (document.activeElement === document.body) focusTitle()
}

/** Open for as long as it is drawn; the focus then goes back to where it was. */
export function Dialog({ title, close, children }: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // Closed before it is gone from the page: only then the focus goes back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => {
      shown?.close()
      requestAnimationFrame(keepFocus)
    }
  }, [])
  return (
    <dialog ref={dialog} class="tc-dialog" closedby="any" aria-labelledby={id} onClose={close}>
      <div class="tc-dialog__body">
        <h2 id={id} class="tc-dialog__title" dir="auto">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  )
}
