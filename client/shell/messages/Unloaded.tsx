import type { ComponentChildren } from 'preact'
import { useSharedText } from '../text.ts'

interface Props {
  files: { name: string }[]
  retry: () => void
  children?: ComponentChildren
}

/** Files whose code could not be loaded. */
export function Unloaded({ files, retry, children }: Props) {
  const text = useSharedText()
  return (
    <p class="tc-hint tc-error" role="alert">
      <bdi>{files.map(({ name }) => name).join(', ')}</bdi> · {text('app.failed.text')}{' '}
      <button type="button" class="tc-link" onClick={retry}>
        {text('app.retry')}
      </button>
      {children}
    </p>
  )
}
