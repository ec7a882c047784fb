import EmailReplyParser from 'email-reply-parser'
import { introductionsIn, isQuoted } from './quotation.ts'

/** A part of a mail's text. An introduction is the line “On … wrote:” above a quotation. */
export interface Fragment {
  kind: 'own' | 'introduction' | 'quotation' | 'signature'
  text: string
}

const parser = new EmailReplyParser()

/** Characters of the longest line that the parser is shown: its patterns take the cube of that, or more. */
const longestLine = 120

/** Lines that people write, and the parser takes for the begin of a quotation or signature. */
const misread = [
  /[:：]$/,
  /(?:wrote|écrit|escribió|scritto|escreveu)\W*$/,
  /^\s*(?:From|Von|De|Van|Da)\s?:/,
  /^\s*(?:Op|W dniu|Dnia|[a-z]{3,4}\.)\s|^在/,
  /^-{1,12} ?\p{L}/u,
  /^\s*(?!--$)([-_=+])\1+$/,
]

/**
 * The parts of a mail's text. The parser finds them in a likeness of it: introductions are all in one form, whatever
 * their language, and what it might misread or take long over has a number instead.
 */
export function fragmentsOf(lines: string[]): Fragment[] {
  const originals: string[] = []
  const numbered = (original: string) => `\ue000${originals.push(original) - 1}\ue001`
  const likeness: string[] = ['']
  const introductions = introductionsIn(lines)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const end = introductions.get(at)
    if (end !== undefined) {
      likeness.push('', `On # ${numbered(lines.slice(at, end + 1).join('\n'))} wrote`)
      at = end
    } else if (isQuoted(line)) likeness.push(`> ${numbered(line)}`)
    else if (line.length > longestLine || misread.some((pattern) => pattern.test(line))) {
      likeness.push(numbered(line))
    } else likeness.push(line)
  }
  const original = (text: string) =>
    text.replace(/(?:On # |> )?\ue000(\d+)\ue001(?: wrote)?/g, (_, number) => originals[number] ?? '')

  return parser
    .read(likeness.join('\n'))
    .getFragments()
    .flatMap((fragment): Fragment[] => {
      const [, introduction = '', content = ''] =
        /^\s*(On # \ue000\d+\ue001 wrote)?([\s\S]*)$/.exec(fragment.getContent()) ?? []
      const text = original(content)
      const kind = fragment.isQuoted()
        ? 'quotation'
        : signs(fragment.isSignature(), text)
          ? 'signature'
          : 'own'
      return [
        { kind: 'introduction' as const, text: original(introduction) },
        { kind, text } as const,
      ].filter((part) => part.text.trim() !== '')
    })
}

/** Ends of a letter, below which somebody’s name may stand; the parser also takes “Sent from …” for a signature. */
const closing = /(?:cheers|wishes|regards|vous|cordialement|journ.e|soir.e)[,!！]*$/i

/** Whether what the parser takes for a signature is one: short lines, in one block, and nothing that is asked or added. */
function signs(taken: boolean, text: string): boolean {
  const [first = '', ...others] = text.trim().split('\n')
  if (!taken || first.trim() === '--') return taken
  if (others.length > (closing.test(first.trim()) ? 7 : 0)) return false
  return [first, ...others].every(
    (line) => /\S/.test(line) && line.length <= 120 && !/\?$|^\s*p\.?\s?s\b/i.test(line),
  )
}
