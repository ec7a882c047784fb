import { type Fragment, fragmentsOf } from './fragments.ts'
import { quotedMail } from './quotation.ts'

/** Characters of the longest message. */
const longest = 20_000

/** What somebody wrote themselves in a mail, and what was cut: quotation, signature. */
export interface OwnWords {
  body: string
  quotedText: string | null
}

/**
 * Parts what somebody wrote in a mail from what they quote and sign with. Answers between the lines of a quotation keep
 * these lines; where nothing would be left, `instead` takes its place, or all is kept if that is empty. A text that was
 * made for it takes seconds: not for the main thread.
 */
export function ownWords(text: string, instead = ''): OwnWords {
  const lines = tidy(text)
  const end = quotedMail(lines)
  const fragments = fragmentsOf(end === -1 ? lines : lines.slice(0, end))
  if (end !== -1) fragments.push({ kind: 'quotation', text: lines.slice(end).join('\n') })
  const kept = new Set(keptOf(fragments))
  const body = join([...kept]) || instead
  const cut = join(fragments.filter((fragment) => !kept.has(fragment)))
  return body ? limit(body, cut) : limit(cut || text.trim(), '')
}

/** Lines without what nobody sees: at their ends, and of many blank ones all but two. */
function tidy(text: string): string[] {
  const lines = text
    // The last is where a picture stood, as is what Outlook writes in brackets.
    .replace(/[\0\ue000\ue001\ufeff\ufffc]|\[cid:[^\]\s]{1,200}\]/g, '')
    .replaceAll('\u00a0', ' ')
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trimEnd())
  return lines.filter((line, at) => line !== '' || lines[at - 1] !== '' || lines[at - 2] !== '')
}

/** All their own words; and where they answer in several places, the quotations that these answer. */
function keptOf(fragments: Fragment[]): Fragment[] {
  const own = fragments.filter(({ kind }) => kind === 'own')
  const first = fragments.indexOf(own[0] as Fragment)
  const last = fragments.indexOf(own.at(-1) as Fragment)
  const between = fragments.slice(first + 1, last).some(({ kind }) => kind === 'quotation')
  if (!between) return own
  const begin = fragments[first - 1]?.kind === 'quotation' ? first - 1 : first
  return fragments.slice(begin, last + 1).filter(({ kind }) => kind === 'own' || kind === 'quotation')
}

function join(fragments: Fragment[]): string {
  return fragments
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join('\n\n')
}

function limit(body: string, cut: string): OwnWords {
  // Not between the two halves of a character.
  const start = body.length > longest ? body.slice(0, longest).replace(/[\ud800-\udbff]$/, '') : body
  const rest = [body.slice(start.length), cut].filter(Boolean).join('\n\n')
  return { body: start, quotedText: rest || null }
}
