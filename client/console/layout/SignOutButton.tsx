import { useState } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { ticketAddress } from '../address/address.ts'
import { useAnnounce } from '../announcements/use-announce.ts'
import { ConsoleIcon } from '../icons/ConsoleIcon.tsx'
import { closeSession } from '../sign-in/console-session.ts'
import { useText } from '../texts/use-text.ts'

export function SignOutButton() {
  const text = useText()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)

  async function signOut(): Promise<void> {
    setBusy(true)
    if (await closeSession()) location.assign(ticketAddress(null))
    else {
      setBusy(false)
      announce(text('app.signOut.failed'))
    }
  }

  return (
    <Button
      class="tc-button--icon tc-bar__sign-out"
      aria-label={text('app.signOut')}
      title={text('app.signOut')}
      busy={busy}
      onClick={() => void signOut()}
    >
      <ConsoleIcon name="leave" />
    </Button>
  )
}
