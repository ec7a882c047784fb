/** A line's text without the marks that tell its direction, which mail programs put around addresses. */
const plain = (line: string) => line.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim()

export const isQuoted = (line: string) => /^\s*>/.test(line)

/** Words of “wrote”, by which mail programs introduce what they quote. */
const wrote = new RegExp(
  'wrote|schrieb|écrit|escribió|escreveu|scritto|schreef|skrev|kirjoitti|napisał|pisze|napsal|írta|a scris|έγραψε|' +
    'пишет|написал|написав|yazdı|كتب|כתב|写道|寫道|작성|書きました|メッセージ',
  'i',
)
const address = /<?[^\s<>@]+@[^\s<>@]+>?/
const date = /\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b|\d\s?[年년]/

/** Lines that an introduction may be wrapped into, and characters that it may have. */
const mostLines = 4
const mostCharacters = 400

/** The introductions of quotations (“On … wrote:”), wrapped as they may be: where each begins, and where it ends. */
export function introductionsIn(lines: string[]): Map<number, number> {
  const found = new Map<number, number>()
  let free = 0
  for (let end = 0; end < lines.length; end++) {
    const start = introductionUpTo(lines, end, free)
    if (start === -1) continue
    found.set(start, end)
    free = end + 1
  }
  return found
}

/**
 * Where the introduction begins that ends at this line; -1 when none does. One without an address, or in a language not
 * known here, must stand right above what it introduces: people write such sentences themselves.
 */
function introductionUpTo(lines: string[], end: number, first: number): number {
  if (!/[:：]$/.test(plain(lines[end] ?? ''))) return -1
  let text = ''
  for (let start = end; start >= first && start > end - mostLines; start--) {
    const line = plain(lines[start] ?? '')
    if (line === '' || isQuoted(line) || text.length + line.length > mostCharacters) return -1
    text = `${line} ${text}`
    const words = text.replace(address, '')
    if (!date.test(words)) continue
    const addressed = words !== text
    const known = wrote.test(words)
    if (addressed && known) return start
    if ((addressed || known) && isQuoted(nextAfter(lines, end))) return start
  }
  return -1
}

function nextAfter(lines: string[], at: number): string {
  return lines.slice(at + 1, at + 4).find((line) => line !== '') ?? ''
}

/** What Outlook and its like put above what they quote: “From:” in the languages it speaks, then lines alike. */
const from =
  /^\*?(?:From|Von|De|Da|Van|Från|Fra|Lähettäjä|Od|Feladó|De la|Από|От|Від|Kimden|מאת|من|发件人|寄件者|差出人|보낸 사람)\s?[:：]/i
const labelled = /^\*?[^\s:：<>@][^:：<>@]{0,29}[:：]\*?\s*\S/
const subject =
  /^\*?(?:Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Ämne|Emne|Aihe|Temat|Předmět|Predmet|Tárgy|Subiect|Θέμα|Тема|Konu|נושא|الموضوع|主题|主旨|件名|제목)\s?[:：]/i
const rule = /^[-_=*]{5,}$|^-{2,}\s?[^\s-][^<>@:]{3,50}?\s?-{2,}$/

/**
 * Where the quoted mail begins that has its header above it, with no mark at its lines; -1 when there is none. People
 * write such lines themselves: a header has a subject, too, or an address below a rule.
 */
export function quotedMail(lines: string[]): number {
  for (let at = 0; at < lines.length; at++) {
    const first = plain(lines[at] ?? '')
    if (!from.test(first)) continue
    const header = lines.slice(at + 1, at + 6).map(plain)
    if (!header.slice(0, 2).every((line) => labelled.test(line)) || header.length < 2) continue
    let start = at
    while (start > 0 && plain(lines[start - 1] ?? '') === '') start--
    const ruled = start > 0 && rule.test(plain(lines[start - 1] ?? ''))
    const addressed = ruled && address.test(first.slice(0, mostCharacters))
    if (!addressed && !header.some((line) => subject.test(line))) continue
    return ruled ? start - 1 : at
  }
  return -1
}
