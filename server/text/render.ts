import { setImmediate } from 'node:timers/promises'
import { type AuthorKind, rendererVersion, toHtml } from './markdown.ts'

/** A text as it is stored beside what was written. */
export interface Rendered {
  html: string
  rendererVersion: number
}

let turn: Promise<unknown> = Promise.resolve()

/**
 * Renders a text, for storage before the transaction that writes it. A hostile text takes some thirty milliseconds:
 * one is rendered at a time, and between two of them everything else gets its turn.
 */
export function render(text: string, author: AuthorKind): Promise<Rendered> {
  const mine = turn.then(async () => {
    await setImmediate()
    return { html: toHtml(text, author), rendererVersion }
  })
  turn = mine.catch(() => {})
  return mine
}
