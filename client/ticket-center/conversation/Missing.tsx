import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { BackButton } from '../layout/BackButton.tsx'
import { useText } from '../texts/use-text.ts'

/** Replaces a conversation that does not exist or could not be loaded. */
export function Missing({ retry }: { retry?: (() => void) | undefined }) {
  const text = useText()
  const kind = retry ? 'failed' : 'missing'
  return (
    <div class="tc-conversation tc-conversation--missing">
      <header class="tc-pane-header">
        <BackButton />
      </header>
      <Notice
        kind={retry ? 'error' : 'empty'}
        title={text(`conversation.${kind}.title`)}
        text={text(retry ? 'app.failed.text' : 'conversation.missing.text')}
      >
        {retry && <Button onClick={retry}>{text('app.retry')}</Button>}
      </Notice>
    </div>
  )
}
