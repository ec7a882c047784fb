import { useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from '../../../ui/Button.tsx'
import { Code } from '../parts/Code.tsx'
import { useText } from '../use-text.ts'
import type { Kind } from './use-new-keys.ts'

interface Props {
  kind: Kind
  name: string
  value: string
  close: () => void
}

/** A key or secret, which cannot be shown again. */
export function NewKey({ kind, name, value, close }: Props) {
  const text = useText()
  const words = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => words.current?.focus(), [])
  return (
    <div class="tc-new-key">
      <p ref={words} tabIndex={-1} class="tc-new-key__title" dir="auto">
        {text(`${kind}.made`, { name })}
      </p>
      <p class="tc-hint">{text(`${kind}.made.text`)}</p>
      <Code label={text(`${kind}.text`)} code={value} wrap />
      <Button onClick={close}>{text('keys.made.done')}</Button>
    </div>
  )
}
