import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useText } from '../texts/use-text.ts'

interface Props {
  failed: boolean
  again: () => void
}

/** Placeholder for the console while it loads. */
export function Loading({ failed, again }: Props) {
  const text = useText()
  return (
    <main class="tc-console tc-console--message">
      <h1 class="tc-hidden">{text('app.title')}</h1>
      {failed ? (
        <Notice kind="error" title={text('app.failed.title')} text={text('app.failed.text')}>
          <Button onClick={again}>{text('app.retry')}</Button>
        </Notice>
      ) : (
        <Skeleton label={text('app.loading')} rows={3} />
      )}
    </main>
  )
}
