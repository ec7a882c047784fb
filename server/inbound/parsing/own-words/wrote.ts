/** Words for “wrote”, with which email programs introduce quotations. */
const wrote = new RegExp(
  'wrote|writes|schrieb|schreibt|écrit|escribió|escribe|va escriure|escreveu|escrebeu|scritto|scrive|schreef|geschreven|skrev|skriver|skrifaði|' +
    'kirjoitti|napisał|napisana przez|pisze|napsal|napísal|írta|a scris|napisao|je napisal|kirjutas|rakstīja|rašė|έγραψε|' +
    'пишет|писал|писав|написа|пише|yazdı|yazmış|كتب|كتابة|نوشت|כתב|लिखा|เขียน|viết|menulis|' +
    '写道|寫道|写于|작성|쓴 글|書きました|メッセージ|メール',
  'i',
)
const wroteLast = new RegExp(`(?:${wrote.source})$`, 'i')
/** What Horde and others write instead, followed by a name only. */
const quoting =
  /^(?:zitat von|quoting|citando(?: a)?|citation de|citát|citerar|citerer|cytat|cytowanie|citeren|цитирую)\s/i

const address = /<?[^\s<>@]+@[^\s<>@]+>?/
const inBrackets = /[<([]\s?(?:mailto:)?[^\s<>()[\]@]+@[^\s<>()[\]@]+(?:\s<mailto:[^\s<>]+>)?\s?[>)\]]+/
const date =
  /(?<!\d)(?:1[34]|19|2[05])\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2}(?!\d)|\d\s?[年년]/
const time = /(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)/
/** A line that begins with a date, maybe preceded by a weekday. */
const dateFirst = /^(?:\p{L}{2,14}\.?,\s?)?(?:\d|\p{L}{3,12}\.?\s\d{1,2},)/u
/** How AOL begins, and Apple Mail in Polish. People begin sentences with the same words. */
const opening =
  /^(?:In a message dated|In einer e-?mail vom|Dans un e-mail daté du|Wiadomość napisana przez)\s/i
/** Rediff and notmuch leave out the colon. */
const withoutColon =
  /^On .{8,40}\d:\d{2}:\d{2} [+-]\d{4} .{1,200}\bwrote$|^Quoting .{1,200} \(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\)$/
/** Some programs make the whole introduction bold or italic. */
const emphasis = /^[*_]{1,3}(?=\S)|(?<=[:：])[*_]{1,3}$/g
/** People write this about themselves. */
const toSomebody =
  /\b(?:wrote|written|writes|write) to\b|\bschr(?:ieb|eibt?)\w* (?:ich|wir|an)\b|\bécrit à\b|\bescribí|\bscritto a\b|\bskrev (?:jag|jeg|vi|til|till)\b/i

interface Surroundings {
  /** Whether the lines below are marked as quoted. */
  marked: boolean
  /** Whether it begins a paragraph. */
  first: boolean
}

/** Whether a text begins as introductions do in languages that begin them with a word for “On”. */
export const opens = (text: string) =>
  /^(?:On|Am|Le|El|Em|Il|In data|Op|Den|Dnia|W dniu|Dne|Dňa|Dana|Pe|La|Στις|On)\s/.test(text)

/** Whether a line is quoted with its author's initials: `AS> text`. */
export const isInitialed = (line: string) => /^\s?\p{Lu}{1,4}>/u.test(line)

/**
 * Whether a text of a few lines introduces a quotation. Its digits are 0 to 9. Unmarked quotations need more proof:
 * people write similar sentences.
 */
export function introduces(written: string, { marked, first }: Surroundings): boolean {
  const text = written.replace(emphasis, '')
  const [, within] = /^-{2,}\s?(.+?)\s?-{2,}$/.exec(text) ?? []
  const words = (within ?? text).replace(address, '')
  const dated = date.test(words)
  const known = wrote.test(words) && !toSomebody.test(words)
  // Zoho: `---- On … wrote ---`; iNotes: `-----Name <address> wrote: -----`.
  if (within !== undefined)
    return known && (dated || wroteAfter(within) || (marked && wroteLast.test(within)))
  if (/^>>> .+ >>>$/.test(text)) return dated && words !== text
  if (!/[:：]$/.test(text)) return marked && withoutColon.test(text)
  if (dated && time.test(words) && words !== text && known && opening.test(text)) return true
  if (marked) {
    if (dated && (known || words !== text)) return true
    return first && (quoting.test(text) || (wroteAfter(text) && !toSomebody.test(words)))
  }
  if (dated && known && (endsWithAddress(text) || wroteAfter(text))) return true
  return first && dated && time.test(words) && dateFirst.test(text) && endsWithAddress(text)
}

/** Whether “wrote” follows an address in brackets. */
function wroteAfter(text: string): boolean {
  const at = inBrackets.exec(text)
  return at !== null && wrote.test(text.slice(at.index + at[0].length))
}

function endsWithAddress(text: string): boolean {
  const at = inBrackets.exec(text)
  return at !== null && /^\s?,?\s?[:：]$/.test(text.slice(at.index + at[0].length))
}
