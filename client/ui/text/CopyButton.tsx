import { useEffect, useState } from 'preact/hooks'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { copyText } from './copy-text.ts'

interface Props {
  text: string
  /** Without it, only the icon is shown. */
  label?: string
  /** Replaces the label for a moment. */
  copied: string
  /** Names the copied text for screen readers. */
  'aria-label'?: string
  /** Called where the browser does not allow copying. Returns what to do instead, which replaces the label, too. */
  onRefuse?: () => string
}

export function CopyButton({ text, label, copied, 'aria-label': name, onRefuse }: Props) {
  const [said, setSaid] = useState<{ words: string; done: boolean }>()
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(undefined), said.done ? 2_000 : 10_000)
    return () => clearTimeout(timer)
  }, [said])

  async function copy(): Promise<void> {
    const done = await copyText(text)
    const words = done ? copied : onRefuse?.()
    if (words) setSaid({ words, done })
  }

  return (
    <Button class="tc-copy" aria-label={said ? undefined : name} onClick={() => void copy()}>
      <Icon name={said?.done ? 'check' : 'copy'} />
      {said ? said.words : label}
      <span class="tc-hidden" role="status">
        {said?.words}
      </span>
    </Button>
  )
}
