import type { Language } from './choose-locale.ts'
import type { Letter, Link } from './letter.ts'
import type { ShownMessage } from './shown-messages.ts'

/** The email as plain text: messages as written, every address on its own line. */
export function writeText(letter: Letter, language: Language): string {
  const { text } = language
  const { omitted, shown } = letter.messages
  const older = omitted > 0 ? text('messages.omitted', { count: omitted }) : null
  const parts = [
    [letter.heading, ticketLine(letter, language)],
    ...letter.paragraphs.map((paragraph) => [paragraph]),
    letter.facts.map(({ label, value }) => text('labeled', { label, value: language.name(value) })),
    [older],
    ...shown.flatMap((message) => [['* * *'], written(message)]),
    shown.length > 0 ? ['* * *'] : [],
    wayLines(letter.way),
    // Email programs treat what follows two dashes as a footer.
    ['-- ', ...letter.footer.lines, ...linkLines(letter.footer.mute, true)],
  ]
  const paragraphs = parts
    .map((lines) => lines.filter((line) => line !== null))
    .filter((lines) => lines.length)
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function ticketLine({ ticket }: Letter, language: Language): string | null {
  if (ticket === null) return null
  return ticket.subject === null
    ? `#${ticket.number}`
    : `${language.name(ticket.subject)} (#${ticket.number})`
}

function written({ author, time, body }: ShownMessage): string[] {
  return [author, time, '', body]
}

function wayLines({ text, button }: Letter['way']): (string | null)[] {
  if (button === null) return [text]
  const { label, url } = button
  // A text that ends in a colon already introduces the address.
  return url === null ? [] : [text, ...linkLines({ label, url }, !/[:：]$/.test(text ?? ''))]
}

function linkLines(link: Link | null, labeled: boolean): string[] {
  if (link === null) return []
  return labeled ? [link.label, link.url] : [link.url]
}
