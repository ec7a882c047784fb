import { useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useText } from '../texts/use-text.ts'
import { NotificationsForm } from './NotificationsForm.tsx'
import { useNotifications } from './use-notifications.ts'

/** Open while it is rendered; afterwards the focus returns to where it was. */
export function NotificationsDialog({ close }: { close: () => void }) {
  const text = useText()
  const { operator, failed, again } = useNotifications()
  const dialog = useRef<HTMLDialogElement>(null)
  // Close it before it leaves the page: otherwise the focus does not return.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      class="tc-dialog"
      closedby="any"
      aria-labelledby="tc-notifications-title"
      onClose={close}
    >
      <div class="tc-dialog__body">
        <div class="tc-dialog__header">
          <h2 id="tc-notifications-title">{text('notifications.title')}</h2>
          <Button class="tc-button--icon" aria-label={text('notifications.close')} onClick={close}>
            <Icon name="close" />
          </Button>
        </div>
        {operator && <NotificationsForm operator={operator} close={close} />}
        {!operator && !failed && <Skeleton label={text('app.loading')} rows={2} />}
        {failed && (
          <Notice kind="error" title={text('notifications.failed')}>
            <Button onClick={again}>{text('app.retry')}</Button>
          </Notice>
        )}
      </div>
    </dialog>
  )
}
