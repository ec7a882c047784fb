import { Notice } from '../ui/Notice.tsx'
import { useText } from './texts/use-text.ts'

/** The frame may not reload itself, so the text asks for a reload. */
export function SessionEnded() {
  const text = useText()
  return (
    <main class="tc-app tc-app--ended">
      <h1 class="tc-hidden">{text('app.title')}</h1>
      <Notice kind="error" title={text('app.ended.title')} text={text('app.ended.text')} />
    </main>
  )
}
