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
export function pseudoTexts<Texts extends object>(texts: Texts): Texts {
  const entries: [string, string][] = Object.entries(texts)
  return Object.fromEntries(entries.map(([key, text]) => [key, pseudoText(text)])) as Texts
}

export function pseudoCatalogue({ direction, frame, late, pages, emails }: Catalogue): Catalogue {
  return {
    direction,
    frame: pseudoTexts(frame),
    late: pseudoTexts(late),
    pages: pseudoTexts(pages),
    emails: pseudoTexts(emails),
  }
}
