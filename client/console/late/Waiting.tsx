import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useText } from '../texts/use-text.ts'

/** In place of a page whose code is being loaded, or could not be. */
export function Waiting({ failed }: { failed: boolean }) {
  const text = useText()
  if (!failed) return <Skeleton label={text('app.loading')} rows={4} />
  return (
    <Notice kind="error" title={text('settings.failed.title')} text={text('settings.absent.text')}>
      {/* After an update of the server, only a reload finds it. */}
      <Button onClick={() => location.reload()}>{text('app.reload')}</Button>
    </Notice>
  )
}
