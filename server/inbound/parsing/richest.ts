import type { Part } from './mime.ts'
import { ownWords } from './own-words/own-words.ts'

/** Among alternatives, the plain text; or the first other one with text, if the plain one lacks most of that. */
export function richest(parts: Part[], texts: string[]): string {
  const plain = texts.find((text, at) => parts[at]?.type === 'text/plain' && text.trim()) ?? ''
  const other = texts.find((text, at) => parts[at]?.type !== 'text/plain' && text.trim()) ?? ''
  return plain && other && !lacks(plain, other) ? plain : other || plain
}

/** Whether most words of one text, or of one of its sentences, are missing from another. */
function lacks(text: string, other: string): boolean {
  const known = new Set(wordsOf(text))
  const words = wordsOf(ownWords(other).body.replace(/<https?:[^>\s]*>/g, ''))
  const missing = words.filter((word) => !known.has(word)).length
  return (missing > 0 && missing === words.length) || (missing > 3 && missing * 2 > words.length)
}

/** Words in lower case; in scripts without spaces, each letter. */
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu) ?? []
