import { useState } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useText } from '../texts/use-text.ts'
import { NotificationsDialog } from './NotificationsDialog.tsx'

/** For every operator: email notifications are a personal choice, not a setting of the website. */
export function NotificationsButton() {
  const text = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        class="tc-button--icon"
        aria-label={text('app.notifications')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="mail" />
      </Button>
      {open && <NotificationsDialog close={() => setOpen(false)} />}
    </>
  )
}
