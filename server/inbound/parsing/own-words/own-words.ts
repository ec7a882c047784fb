import { withoutArmour } from '../pgp-armour.ts'
import { picture } from '../pictures.ts'
import { type Fragment, fragmentsOf } from './fragments.ts'

/** What the sender wrote in an email, and what was cut: quotation, signature. */
export interface OwnWords {
  body: string
  quotedText: string | null
}

/**
 * Separates the sender's own text from quotations and signatures. Answers between quoted lines keep those lines; if
 * nothing would be left, `instead` replaces it, or everything is kept if that is empty. `forwarded` says whether its
 * subject calls it a forwarded email.
 */
export function ownWords(text: string, instead = '', forwarded = false): OwnWords {
  const fragments = fragmentsOf(tidy(text), forwarded)
  const kept = new Set(keptOf(fragments))
  const body = join([...kept]) || instead
  const cut = join(fragments.filter((fragment) => !kept.has(fragment)))
  return body ? { body, quotedText: cut || null } : { body: cut || text.trim(), quotedText: null }
}

/** Removes invisible characters, trailing spaces, and all but two of consecutive blank lines. */
function tidy(text: string): string[] {
  const lines = withoutArmour(text)
    // What Outlook writes in place of a picture.
    .replace(/[\0\ue000\ue001\ufeff]|[[<]cid:[^\]>\s]{1,200}[\]>]/g, '')
    .replaceAll(picture, '')
    .replaceAll('\u00a0', ' ')
    .split(/\r\n|[\r\n]/)
    .map((line) => (/^--\s+$/.test(line) ? '-- ' : line.trimEnd()))
  return lines
    .filter((line, at) => line !== '' || lines[at - 1] !== '' || lines[at - 2] !== '')
    .map((line, at, all) => (isEscaped(all, at) ? line.slice(1) : line))
}

/** Mailbox files put a bracket before a line that begins with “From ”. */
function isEscaped(lines: string[], at: number): boolean {
  const isMarked = (line = '') => line.startsWith('>')
  return /^>From /.test(lines[at] ?? '') && !isMarked(lines[at - 1]) && !isMarked(lines[at + 1])
}

/** The sender's own text, and, if they answer in several places, the quotations they answer. */
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
