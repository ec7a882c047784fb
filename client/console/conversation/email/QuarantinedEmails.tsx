import {
  useConsoleAcceptHeldMailMutation,
  useConsoleDiscardHeldMailMutation,
} from '../../../graphql/hooks.ts'
import type { ConsoleHeldMailsFragment } from '../../../graphql/operations.ts'
import { useStore } from '../../state/context.ts'
import type { TicketDetails } from '../../state/state.ts'
import { useAnnounce } from '../../use-announce.ts'
import { useFailureText } from '../../use-failure-text.ts'
import { useText } from '../../use-text.ts'
import { HeldMail } from './QuarantinedEmail.tsx'

interface Props {
  ticket: TicketDetails
  /** Called when one is gone, and the focus with it. */
  onGone: () => void
}

/** Quarantined emails, after the messages. */
export function HeldMails({ ticket, onGone }: Props) {
  const text = useText()
  const announce = useAnnounce()
  const failureText = useFailureText()
  const { dispatch } = useStore()
  const [, sendAcceptance] = useConsoleAcceptHeldMailMutation()
  const [, sendDiscard] = useConsoleDiscardHeldMailMutation()
  const mails = ticket.quarantinedMails?.toReversed() ?? []

  async function accept(id: string): Promise<string | undefined> {
    const { data, error } = await sendAcceptance({ input: { id } })
    const result = data?.acceptQuarantinedEmail
    if (result?.__typename === 'Conflict') return result.message
    if (result?.__typename !== 'AcceptQuarantinedEmailPayload') return failureText(error)
    leave(result.ticket, text('held.accepted'))
    return undefined
  }

  async function discard(id: string): Promise<string | undefined> {
    const { data, error } = await sendDiscard({ input: { id } })
    const result = data?.discardQuarantinedMail
    if (result?.__typename !== 'DiscardQuarantinedMailPayload') return failureText(error)
    leave(result.ticket, text('held.discarded'))
    return undefined
  }

  function leave(held: ConsoleHeldMailsFragment, news: string): void {
    dispatch({ type: 'held-mails', ticketId: ticket.id, held })
    onGone()
    announce(news)
  }

  if (mails.length === 0) return null
  return (
    <section class="tc-held-mails" aria-label={text('held.label')}>
      {mails.map((mail) => (
        <HeldMail
          key={mail.id}
          mail={mail}
          onAccept={() => accept(mail.id)}
          onDiscard={() => discard(mail.id)}
        />
      ))}
    </section>
  )
}
