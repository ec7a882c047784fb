import { useTypists } from '../../shell/use-typing.ts'
import { useLocale } from '../../ui/locale.ts'
import type { Conversation } from '../state/state.ts'
import { useTeam } from '../team/context.ts'
import { useText } from '../texts/use-text.ts'

/** Its line keeps its height: messages do not move when somebody begins to type. */
export function TypingLine({ conversation: { ticket, messages } }: { conversation: Conversation }) {
  const text = useText()
  const locale = useLocale()
  const { typingEnabled } = useTeam().website
  const typists = useTypists(ticket.id, messages.at(-1)?.position, typingEnabled)
  const names = new Intl.ListFormat(locale).format(typists.map(({ author }) => author?.name ?? ''))
  return (
    <p class="tc-typing">
      {names && (
        <>
          <span class="tc-typing__dots" aria-hidden="true" />
          <span dir="auto">{text('conversation.typing', { names, count: typists.length })}</span>
        </>
      )}
    </p>
  )
}
