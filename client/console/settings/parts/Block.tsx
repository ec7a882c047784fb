import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface Props {
  title: string
  text?: string
  children: ComponentChildren
}

export function Block({ title, text, children }: Props) {
  const id = useId()
  return (
    <section class="tc-block" aria-labelledby={id}>
      <h2 id={id} class="tc-block__title">
        {title}
      </h2>
      {text && <p class="tc-block__text">{text}</p>}
      {children}
    </section>
  )
}
