import {
  useConsoleAcceptQuarantinedEmailMutation,
  useConsoleDiscardQuarantinedEmailMutation,
} from '../../../graphql/hooks.ts'
import type { ConsoleQuarantinedEmailsFragment } from '../../../graphql/operations.ts'
import { useAnnounce } from '../../announcements/use-announce.ts'
import { useStore } from '../../state/context.ts'
import type { TicketDetails } from '../../state/state.ts'
import { useFailureText } from '../../texts/use-failure-text.ts'
import { useText } from '../../texts/use-text.ts'
import { QuarantinedEmail } from './QuarantinedEmail.tsx'

interface Props {
  ticket: TicketDetails
  /** Called when one is removed, and the focus with it. */
  onGone: () => void
}

export function QuarantinedEmails({ ticket, onGone }: Props) {
  const text = useText()
  const announce = useAnnounce()
  const failureText = useFailureText()
  const { dispatch } = useStore()
  const [, sendAcceptance] = useConsoleAcceptQuarantinedEmailMutation()
  const [, sendDiscard] = useConsoleDiscardQuarantinedEmailMutation()
  const emails = ticket.quarantinedEmails?.toReversed() ?? []

  async function accept(id: string): Promise<string | undefined> {
    const { data, error } = await sendAcceptance({ input: { id } })
    const result = data?.acceptQuarantinedEmail
    if (result?.__typename !== 'AcceptQuarantinedEmailPayload') return failureText(error, result)
    leave(result.ticket, text('quarantined.accepted'))
    return undefined
  }

  async function discard(id: string): Promise<string | undefined> {
    const { data, error } = await sendDiscard({ input: { id } })
    const result = data?.discardQuarantinedEmail
    if (result?.__typename !== 'DiscardQuarantinedEmailPayload') return failureText(error, result)
    leave(result.ticket, text('quarantined.discarded'))
    return undefined
  }

  function leave(quarantined: ConsoleQuarantinedEmailsFragment, news: string): void {
    dispatch({ type: 'quarantined-emails', ticketId: ticket.id, quarantined })
    onGone()
    announce(news)
  }

  if (emails.length === 0) return null
  return (
    <section class="tc-quarantined-emails" aria-label={text('quarantined.label')}>
      {emails.map((email) => (
        <QuarantinedEmail
          key={email.id}
          email={email}
          onAccept={() => accept(email.id)}
          onDiscard={() => discard(email.id)}
        />
      ))}
    </section>
  )
}
