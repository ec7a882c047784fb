import { htmlToText } from './html-text.ts'

/** Characters of HTML that are read. */
const longestHtml = 1_000_000

/** A part of a mail, as mailparser keeps it. */
export interface Part {
  /** MIME type. */
  contentType: string
  /** What it says, in Unicode; missing where it is an attachment, or has parts itself. */
  textContent?: string
  children: Part[]
}

const isPlain = ({ contentType }: Part) => contentType === 'text/plain'

/** What a part says, and those in it, one after another; where they say the same, the plain one or else the first. */
export function textOf({ contentType, textContent = '', children }: Part): string {
  if (contentType === 'text/html') return htmlToText(textContent.slice(0, longestHtml))
  if (contentType !== 'multipart/alternative') {
    const texts = [textContent, ...children.map(textOf)]
    return texts
      .map((text) => text.trimEnd())
      .filter(Boolean)
      .join('\n\n')
  }
  for (const child of children.toSorted((a, b) => Number(isPlain(b)) - Number(isPlain(a)))) {
    const text = textOf(child)
    if (text.trim()) return text
  }
  return ''
}
