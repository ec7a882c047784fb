import { useConsoleResendInvitationMutation } from '../../../graphql/hooks.ts'
import type { ConsoleOperatorFragment } from '../../../graphql/operations.ts'
import { useAnnounce } from '../../announcements/use-announce.ts'
import { Failure } from '../forms/Failure.tsx'
import { useChange } from '../forms/use-change.ts'
import { useText } from '../use-text.ts'

/** One line about an invitation that was not sent at once. */
export function Invitation({ operator: { id, name, invitation } }: { operator: ConsoleOperatorFragment }) {
  const text = useText()
  const announce = useAnnounce()
  const { change, busy, failure } = useChange(useConsoleResendInvitationMutation())
  if (!invitation || invitation.state === 'SENT' || !invitation.failure) return null
  const waits = invitation.state === 'QUEUED'

  async function again(): Promise<void> {
    if (await change({ id })) announce(text('team.invitation.sending'))
  }

  return (
    <p class="tc-row__facts">
      <span class={waits ? undefined : 'tc-error'} dir="auto">
        {text(waits ? 'team.invitation.waits' : 'team.invitation.failed', { failure: invitation.failure })}
      </span>
      {!waits && (
        <button
          type="button"
          class="tc-link"
          aria-label={text('team.invitation.again.what', { name })}
          aria-disabled={busy}
          onClick={() => void again()}
        >
          {text('team.invitation.again')}
        </button>
      )}
      <Failure text={failure} />
    </p>
  )
}
