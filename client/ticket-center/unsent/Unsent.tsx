import { loadedTicket } from '../../core/conversations.ts'
import { unsentReplies } from '../../core/sending/unsent.ts'
import { typedReplies } from '../../shell/composer/use-draft.ts'
import { UnsentTexts } from '../../shell/unsent/UnsentTexts.tsx'
import css from '../../shell/unsent/unsent.css?inline'
import { addStyles } from '../../ui/add-styles.ts'
import { drafts } from '../state/drafts.ts'
import type { State } from '../state/state.ts'
import { useLateText } from '../texts/use-text.ts'

addStyles(css)

/** Everything that somebody has written and not sent. */
export function Unsent({ state }: { state: State }) {
  const text = useLateText()
  const { newTicket, comments } = drafts
  const values = Object.values(newTicket.fields).filter((value) => value !== 'true')
  const ticket = [newTicket.subject, newTicket.body, ...values].filter((part) => part.trim()).join('\n\n')
  const replies = unsentReplies(state.outgoing, typedReplies)
  const ratings = unsentReplies({}, comments)
  const subjectOf = (id: string) => loadedTicket(state, id)?.subject ?? text('composer.label')
  const texts = [
    ...(ticket ? [{ label: text('tickets.new'), body: ticket }] : []),
    ...[...replies, ...ratings].map(({ ticketId, body }) => ({ label: subjectOf(ticketId), body })),
  ]
  return texts.length > 0 ? <UnsentTexts title={text('unsent.title')} texts={texts} /> : null
}
