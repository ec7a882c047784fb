import { advertised, devices, excuses, fillers, networks, things } from './device-names.ts'
import { offers, phrases } from './device-phrases.ts'

const widest = 140
const separators = /[\s,/:;()|‑–—-]+/
const platforms = new Set(['ios', 'android', 'mobile', 'mac', 'windows', 'iphone', 'ipad'])

/**
 * Whether a line was added by an email program or a phone (“Sent from my iPhone”): a known phrase around the name of a
 * device or program, and no other words. A sentence that begins the same way has others.
 */
export function isDeviceSignature(line: string): boolean {
  if (line.length > widest || /[?？]$/.test(line)) return false
  const text = bare(line)
  const named = (names: string[]) =>
    names.some(isDevice) || (names.some(isOf(networks)) && names.some(isOf(things)))
  const offered = (names: string[]) => names.some(isOf(advertised)) && names.some(isOf(platforms))
  return within(text, phrases, named) || within(text, offers, offered)
}

/** Whether a phrase surrounds only known words, at least one of them a name. */
function within(text: string, known: [string, string][], names: (words: string[]) => boolean): boolean {
  return known.some(([before, behind]) => {
    if (!text.startsWith(before) || !text.endsWith(behind)) return false
    if (text.length < before.length + behind.length) return false
    const words = text
      .slice(before.length, text.length - behind.length)
      .split(separators)
      .map(stem)
      .filter(Boolean)
    return names(words) && words.every(isKnown)
  })
}

const isOf = (names: Set<string>) => (word: string) => names.has(word)

const isKnown = (word: string) =>
  isDevice(word) ||
  fillers.has(word) ||
  networks.has(word) ||
  isModel(word) ||
  fillers.has(withoutNumber(word))

/** Without an article or an ending behind an apostrophe, or Korean’s “for”: d’Outlook, Outlook'u, Android용. */
const stem = (word: string) =>
  word
    .replace(/^[dl]['’](?=.)/, '')
    .replace(/(?<=.)['’]\p{L}{1,8}$/u, '')
    .replace(/(?<=[a-z])용$/, '')

/** The name of a model with its number: Fold5. */
const withoutNumber = (word: string) => word.replace(/(?<=\p{L})\d{1,2}$/u, '')

/** Lower-cased, without link addresses, surrounding punctuation and added apologies. */
function bare(line: string): string {
  return line
    .normalize('NFC')
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/\]\([^()]{0,120}\)|<[^<>]{0,120}>|\(https?:[^()]{0,120}\)|[[\]*_"„“”«»]/g, '')
    .trim()
    .toLowerCase()
    .replace(excuses, '')
    .replace(/\b([kt])-(?=9|mobile|online)/g, '$1')
    .replace(/[.!。]+$/, '')
    .trim()
}

/** Also with case endings: iPhone’a, iPhonu, iPhonesta, iPhone'umdan, iPhoneから. */
function isDevice(word: string): boolean {
  if (devices.has(word)) return true
  const [stem = ''] = /^(?:iphon|ipad|ipod|android|samsung|galaxy|smartphon)/.exec(word) ?? []
  return stem !== '' && word.length <= stem.length + 12
}

/** S23, 15, A52s, XR, 10.2: a number, or one or two letters with one. */
const isModel = (word: string) =>
  /^(?:[a-z]{0,3}\d{1,4}[a-z]{0,2}|\d{1,2}\.\d{1,2}|x[rs]|[ivx]{1,4})$/.test(word)
