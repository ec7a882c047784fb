import type { HistoryLineFragment } from '../../../graphql/operations.ts'
import { nameOf } from '../../../shell/name-of.ts'
import { Time } from '../../../ui/Time.tsx'
import { useStore } from '../../state/context.ts'
import { isViewer } from '../../state/reducer.ts'
import { useText } from '../../texts/use-text.ts'

export function HistoryLine({ line }: { line: HistoryLineFragment }) {
  const text = useText()
  const { state } = useStore()
  const { actor, createdAt } = line
  const what = line.__typename === 'StatusChanged' && line.to === 'SOLVED' ? 'solved' : 'reopened'
  const mine = actor !== null && isViewer(state, actor.id)
  return (
    <p class="tc-history">
      <span>
        {mine
          ? text(`history.${what}.you`)
          : text(`history.${what}`, { name: actor ? nameOf(actor, text) : text('conversation.team') })}
      </span>
      <Time value={createdAt} as="clock" />
    </p>
  )
}
