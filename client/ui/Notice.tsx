import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

interface Props {
  kind: 'empty' | 'error'
  title: string
  text?: string
  /** The next step: usually one button. */
  children?: ComponentChildren
}

/** A message with a next step, shown in place of content. */
export function Notice({ kind, title, text, children }: Props) {
  return (
    <div class={classNames('tc-notice', `tc-${kind}`)} role={kind === 'error' ? 'alert' : undefined}>
      <p class="tc-notice__title">{title}</p>
      {text && <p class="tc-notice__text">{text}</p>}
      {children}
    </div>
  )
}
