import { useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from '../../../ui/Button.tsx'
import { Code } from '../parts/Code.tsx'
import { useText } from '../use-text.ts'

interface Props {
  name: string
  value: string
  close: () => void
}

/** The key, which cannot be shown again. */
export function NewKey({ name, value, close }: Props) {
  const text = useText()
  const words = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => words.current?.focus(), [])
  return (
    <div class="tc-new-key">
      <p ref={words} tabIndex={-1} class="tc-new-key__title" dir="auto">
        {text('keys.made', { name })}
      </p>
      <p class="tc-hint">{text('keys.made.text')}</p>
      <Code label={text('keys.text')} code={value} wrap />
      <Button onClick={close}>{text('keys.made.done')}</Button>
    </div>
  )
}
