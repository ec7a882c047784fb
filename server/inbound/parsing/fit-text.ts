/** Maximum characters of one message. */
const maxMessageLength = 20_000
/** Maximum messages that one email may become. */
const maxMessages = 10
/** Maximum characters of a quotation or a quarantined email: nobody reads more. */
const maxTextLength = maxMessageLength * maxMessages

/** Whether a text is too long to be shown as a quotation, or as all the messages that one email may become. */
export const isTooLong = (text: string) => text.length > maxTextLength

/** The beginning of a text that is too long: in a message, above the name of the file that has all of it. */
export const beginningOf = (text: string, file: string) =>
  `${messagesOf(text.slice(0, maxMessageLength / 2))[0] ?? ''}\n\n[…]\n\n📎 ${file}`

/** Splits a text into messages: between paragraphs, lines or words if possible. Nothing is lost. */
export function messagesOf(text: string): string[] {
  const messages: string[] = []
  let rest = text
  while (rest.length > maxMessageLength) {
    const end = breakIn(rest)
    messages.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).replace(/^\s*\n/, '')
  }
  return [...messages, rest].filter((message) => message.trim() !== '')
}

function breakIn(text: string): number {
  for (const gap of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(gap, maxMessageLength - 1)
    if (at > maxMessageLength / 2) return at
  }
  // Not inside a letter of several characters.
  const start = maxMessageLength - 100
  const letters = [...new Intl.Segmenter().segment(text.slice(start, maxMessageLength + 1))]
  return start + (letters.at(-1)?.index || 100)
}

/**
 * Replaces the middle of an overlong text with a mark: what matters is at the ends. Below it is the name of the file that
 * has all of it, if there is one.
 */
export function shortened(text: string, file?: string): string {
  if (!isTooLong(text)) return text
  const half = maxTextLength / 2
  const ends = `${text.slice(0, half).toWellFormed()}\n\n[…]\n\n${text.slice(-half).toWellFormed()}`
  return file === undefined ? ends : `${ends}\n\n📎 ${file}`
}
