import type { ComponentChildren } from 'preact'
import { Button } from '../../../ui/Button.tsx'
import { Failure } from '../forms/Failure.tsx'
import { useText } from '../use-text.ts'
import { Dialog } from './Dialog.tsx'

interface Props {
  title: string
  /** The consequences. */
  text: string
  action: string
  busy: boolean
  failure: string | undefined
  /** Returns something if it succeeded. */
  confirm: () => Promise<unknown>
  close: () => void
  children?: ComponentChildren
}

/** Asks for confirmation before something that cannot be undone. */
export function Confirm({ title, text, action, busy, failure, confirm, close, children }: Props) {
  const words = useText()
  async function act(): Promise<void> {
    if (await confirm()) close()
  }
  return (
    <Dialog title={title} close={close}>
      {children}
      <p class="tc-dialog__text">{text}</p>
      <Failure text={failure} />
      <div class="tc-dialog__actions">
        <Button onClick={close}>{words('form.cancel')}</Button>
        <Button variant="danger" busy={busy} onClick={() => void act()}>
          {action}
        </Button>
      </div>
    </Dialog>
  )
}
