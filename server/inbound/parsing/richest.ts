import type { Part } from './mime.ts'
import { ownWords } from './own-words/own-words.ts'

/** Among alternatives, the plain text; or the first other one with text, if the plain one lacks most of that. */
export function richest(parts: Part[], texts: string[]): string {
  const plain = [
    ...new Set(texts.filter((_, at) => parts[at]?.type === 'text/plain').map((text) => text.trim())),
  ]
    .filter(Boolean)
    .join('\n\n')
  const other = texts.find((text, at) => parts[at]?.type !== 'text/plain' && text.trim()) ?? ''
  return plain && other && !lacks(plain, other) ? plain : other || plain
}

/** Whether most words of one text, or of one of its sentences, are missing from another. */
function lacks(text: string, other: string): boolean {
  const known = new Set(wordsOf(text))
  const own = ownWords(other).body.replace(/<https?:[^>\s]*>/g, '')
  return [own, ...own.split(/\n|(?<=[.!?。！？])\s/)].some((part) => {
    const words = wordsOf(part)
    const missing = words.filter((word) => !known.has(word)).length
    return missing > 3 ? missing * 2 > words.length : part === own && missing > 0 && missing === words.length
  })
}

/** Words in lower case; in scripts without spaces, each letter. */
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu) ?? []
