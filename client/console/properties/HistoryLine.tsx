import type { ConsoleHistoryLineFragment } from '../../graphql/operations.ts'
import { nameOf } from '../../shell/name-of.ts'
import { useLocale } from '../../ui/locale.ts'
import { Time } from '../../ui/Time.tsx'
import { useText } from '../texts/use-text.ts'

export function HistoryLine({ line }: { line: ConsoleHistoryLineFragment }) {
  return (
    <p class="tc-separator tc-separator--history">
      {useSentence(line)} · <Time value={line.createdAt} as="clock" />
    </p>
  )
}

function useSentence(line: ConsoleHistoryLineFragment): string {
  const text = useText()
  const list = new Intl.ListFormat(useLocale())
  const name = line.actor ? nameOf(line.actor, text) : text('history.someone')
  switch (line.__typename) {
    case 'StatusChanged':
      return text(line.to === 'SOLVED' ? 'history.solved' : 'history.reopened', { name })
    case 'AssigneeChanged':
      return line.assignee
        ? text('history.assigned', { name, operator: line.assignee.name })
        : text('history.unassigned', { name })
    case 'CategoryChanged':
      return line.toName
        ? text('history.category', { name, category: line.toName })
        : text('history.category.none', { name })
    case 'FieldsChanged':
      return text('history.fields', { name, fields: list.format(line.fields.map(({ label }) => label)) })
    case 'ParticipantAdded':
      return text('history.added', { name, email: line.email ?? text('history.erased') })
    case 'ParticipantRemoved':
      return text('history.removed', { name, email: line.email ?? text('history.erased') })
    case 'TicketRated':
      return text(`history.rated.${line.score}`, { name })
    default:
      return ''
  }
}
