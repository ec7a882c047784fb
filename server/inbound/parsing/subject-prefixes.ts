import { plain } from './own-words/lines.ts'

const replied =
  're|aw|antw|sv|vs|vá|odp|ynt|rif|r|res|ref|απ|σχετ|ответ|отв|відп|回复|回覆|答复|返信|답장|회신|תגובה|השב|رد|پاسخ|उत्तर'
const forwarded =
  'fw|fwd|wg|tr|rv|enc|i|pd|vb|vl|doorst|ilt|пер|переслано|προθ|הועבר|إعادة توجيه|转发|轉寄|轉發|전달'

/** Gateways put a tag in brackets in front; some programs count replies. */
const prefixed = (prefixes: string) =>
  new RegExp(`^(?:\\[[^\\][]{1,40}\\]\\s?)*(?:${prefixes})(?:[[(^]\\d{1,3}[\\])]?)?\\s?[:：]`, 'u')

const reply = prefixed(replied)
const forward = prefixed(forwarded)

const bare = (subject: string) => plain(subject.slice(0, 300)).toLowerCase().replaceAll('\u0307', '')

/** Whether it is the subject of a reply, as email programs write it. */
export const isReplySubject = (subject: string) => reply.test(bare(subject))

export const isForwardSubject = (subject: string) => forward.test(bare(subject))
