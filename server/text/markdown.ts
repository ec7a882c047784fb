import { createRequire } from 'node:module'
import type { AuthorKind } from './markdown-to-html.ts'

export type { AuthorKind }

const require = createRequire(import.meta.url)
/** Loaded with the first text: loading takes a tenth of the start-up time, and many processes never render. */
const renderer = () => require('./markdown-to-html.ts') as typeof import('./markdown-to-html.ts')

/** Increase it with every change to the output of `toHtml`: stored texts are then rendered again in the background. */
export const rendererVersion = 3

/**
 * Renders a text as safe HTML. A customer's text stays as written, except for links and fenced code; the team's
 * Markdown becomes paragraphs, links, emphasis, code, lists and quotations. Nothing else is allowed, not even images.
 */
export function toHtml(text: string, author: AuthorKind): string {
  return renderer().toHtml(text, author)
}

/** The first `length` characters of a text as one line without markup. */
export function toPreview(text: string, author: AuthorKind, length = 140): string {
  return renderer().toPreview(text, author, length)
}
