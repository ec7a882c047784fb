import type { ComponentChildren } from 'preact'
import { title as titleAttributes } from './focus-title.ts'

interface Props {
  title: string
  lead: string
  children: ComponentChildren
}

export function Page({ title, lead, children }: Props) {
  return (
    <>
      <header class="tc-page__header">
        <h1 class="tc-page__title" {...titleAttributes}>
          {title}
        </h1>
        <p class="tc-page__lead">{lead}</p>
      </header>
      {children}
    </>
  )
}
