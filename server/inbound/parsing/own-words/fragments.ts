import { isForwardMark } from './forwards.ts'
import { introductionsIn } from './introductions.ts'
import { isQuoted } from './lines.ts'
import { signOffAt } from './sign-off.ts'
import { isInitialed } from './wrote.ts'

/** A part of an email's text. An introduction is the line “On … wrote:” above a quotation. */
export interface Fragment {
  kind: 'own' | 'introduction' | 'quotation' | 'signature'
  text: string
}

type Kind = Fragment['kind']

/** The parts of an email's text, in order. What its sender forwards to us is their own text. */
export function fragmentsOf(lines: string[], forwarded = false): Fragment[] {
  const blocks: { kind: Kind; lines: string[] }[] = []
  function put(kind: Kind, added: string[]) {
    const last = blocks.at(-1)
    if (last?.kind === kind) for (const line of added) last.lines.push(line)
    else blocks.push({ kind, lines: added })
  }
  const forwardedFrom = lines.findIndex((line, at) => isForwardMark(line) && !isQuoted(lines, at - 1))
  const introductions = introductionsIn(lines)[Symbol.iterator]()
  let introduction = introductions.next().value
  let initialed = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const unmarked = introduction?.start === at && !introduction.marked
    if ((at === forwardedFrom && blocks.at(-1)?.kind !== 'introduction') || (forwarded && unmarked)) {
      put('own', lines.slice(at))
      break
    }
    if (introduction?.start === at) {
      const { end, marked } = introduction
      put('introduction', lines.slice(at, end + 1))
      at = end
      introduction = introductions.next().value
      initialed = true
      if (marked) continue
      put('quotation', lines.slice(end + 1))
      break
    }
    const typed = blocks.length === 1 && blocks[0]?.kind === 'own' && isTyped(lines, at)
    if ((isQuoted(lines, at) && !typed) || (initialed && isInitialed(line))) put('quotation', [line])
    else if (line === '') put(blocks.at(-1)?.kind ?? 'own', [line])
    else {
      initialed = false
      put('own', [line])
    }
  }
  return blocks.flatMap(partSignature).filter(({ text }) => text.trim() !== '')
}

/** Whether a single line with a bracket continues the sentence above: email programs leave a blank line there. */
const isTyped = (lines: string[], at: number) =>
  /[^:：]$/.test(lines[at - 1] ?? '') && !isQuoted(lines, at - 1) && !isQuoted(lines, at + 1)

function partSignature({ kind, lines }: { kind: Kind; lines: string[] }): Fragment[] {
  const end = kind === 'own' ? signOffAt(lines) : lines.length
  return [
    { kind, text: lines.slice(0, end).join('\n') },
    { kind: 'signature', text: lines.slice(end).join('\n') },
  ]
}
