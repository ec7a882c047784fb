import { type AuthorKind, toPreview } from '../text/markdown.ts'
import type { Language } from './choose-locale.ts'
import { cleanText } from './clean-text.ts'
import type { TicketEmail } from './data.ts'
import { oneLine } from './one-line.ts'

/** Limits on messages per email, and on their characters: Gmail hides everything beyond 100 kB. */
const limits = { messages: 10, characters: 40_000, ofOne: 20_000, ofExcerpt: 200 }

export interface ShownMessage {
  author: string
  time: string
  body: string
  kind: AuthorKind
  /** Whether the body is complete; an excerpt is one line of plain text. */
  whole: boolean
}

export interface ShownMessages {
  /** Number of older messages left out. */
  omitted: number
  shown: ShownMessage[]
}

/** The newest messages, oldest first, as far as the company allows them in emails. */
export function showMessages(
  { brand, messages, further, content }: TicketEmail,
  language: Language,
): ShownMessages {
  if (content === 'LINK_ONLY') return { omitted: 0, shown: [] }
  const shown: ShownMessage[] = []
  let room = limits.characters
  for (const { author, body, kind, createdAt } of messages.slice(-limits.messages).reverse()) {
    const text =
      content === 'FULL' ? cut(cleanText(body)) : toPreview(cleanText(body), kind, limits.ofExcerpt)
    room -= text.length
    if (room < 0) break
    shown.unshift({
      author: oneLine(author || brand.name),
      time: language.time(createdAt),
      body: text,
      kind,
      whole: content === 'FULL',
    })
  }
  return { omitted: further + messages.length - shown.length, shown }
}

function cut(body: string): string {
  return body.length <= limits.ofOne
    ? body
    : `${body.slice(0, limits.ofOne).replace(/[\ud800-\udbff]$/, '')}…`
}
