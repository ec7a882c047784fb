import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { focusTitle } from './focus-title.ts'

interface Props {
  title: string
  close: () => void
  children: ComponentChildren
}

/** The focused element may have been deleted. */
function keepFocus(): void {
  if (document.activeElement === document.body) focusTitle()
}

/** Open while it is rendered; afterwards the focus returns to where it was. */
export function Dialog({ title, close, children }: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // Close it before it leaves the page: otherwise the focus does not return.
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
