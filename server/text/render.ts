import { setImmediate } from 'node:timers/promises'
import { type AuthorKind, rendererVersion, toHtml } from './markdown.ts'

/** What is stored beside a text. */
export interface Rendered {
  html: string
  rendererVersion: number
}

let turn: Promise<unknown> = Promise.resolve()

/**
 * Renders a text to be stored, before the transaction that writes it. A hostile text takes some thirty milliseconds, so
 * texts are rendered one at a time, with time for other work in between.
 */
export function render(text: string, author: AuthorKind): Promise<Rendered> {
  const mine = turn.then(async () => {
    await setImmediate()
    return { html: toHtml(text, author), rendererVersion }
  })
  turn = mine.catch(() => {})
  return mine
}
