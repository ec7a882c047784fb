import { Notice } from '../ui/Notice.tsx'
import { Late } from './late/Late.tsx'
import type { State } from './state/state.ts'
import { useText } from './texts/use-text.ts'

/** The frame may not reload itself, so the text asks for a reload. */
export function SessionEnded({ state }: { state: State }) {
  const text = useText()
  return (
    <main class="tc-app tc-app--ended">
      <h1 class="tc-hidden">{text('app.title')}</h1>
      <Notice kind="error" title={text('app.ended.title')} text={text('app.ended.text')} />
      <Late part="unsent" rows={0}>
        {({ Unsent }) => <Unsent state={state} />}
      </Late>
    </main>
  )
}
