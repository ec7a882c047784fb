import type { Catalogue } from './catalogue.ts'

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = 'àƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ'

/** In brackets, without a plain letter, and a third longer. Values in braces stay. */
function pseudoText(text: string): string {
  const letters = text.replace(/\{\w+\}|[a-z]/gi, (part) =>
    part.length > 1 ? part : (accented[plain.indexOf(part)] ?? '').repeat(/[aeiou]/i.test(part) ? 2 : 1),
  )
  return `[${letters}]`
}

/** A readable stand-in for a translation that shows texts without one, and layouts with too little room. */
export function pseudoCatalogue({ direction, ...sections }: Catalogue): Catalogue {
  const texts = Object.entries(sections).map(([name, section]) => [
    name,
    Object.fromEntries(Object.entries(section).map(([key, text]) => [key, pseudoText(text)])),
  ])
  return { direction, ...Object.fromEntries(texts) }
}
