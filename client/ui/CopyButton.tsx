import { useEffect, useState } from 'preact/hooks'
import { Button } from './Button.tsx'
import { copyText } from './copy-text.ts'
import { Icon } from './Icon.tsx'

interface Props {
  text: string
  label: string
  /** Replaces the label for a moment. */
  copied: string
  /** Names the copied text for screen readers. */
  'aria-label'?: string
}

export function CopyButton({ text, label, copied, 'aria-label': name }: Props) {
  const [done, setDone] = useState(0)
  useEffect(() => {
    if (!done) return
    const timer = setTimeout(() => setDone(0), 2_000)
    return () => clearTimeout(timer)
  }, [done])

  return (
    <Button
      class="tc-copy"
      aria-label={done ? undefined : name}
      onClick={() => void copyText(text).then((copied) => copied && setDone(Date.now()))}
    >
      <Icon name={done ? 'check' : 'copy'} />
      {done ? copied : label}
      <span class="tc-hidden" role="status">
        {done ? copied : ''}
      </span>
    </Button>
  )
}
