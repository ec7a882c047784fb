import { Notice } from '../ui/Notice.tsx'
import { useText } from './use-text.ts'

export function SessionEnded() {
  const text = useText()
  return (
    <main class="tc-console tc-console--message">
      <h1 class="tc-hidden">{text('app.title')}</h1>
      <Notice kind="error" title={text('app.ended.title')} text={text('app.ended.text')} />
    </main>
  )
}
