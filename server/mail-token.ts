import { createHmac, timingSafeEqual } from 'node:crypto'
import { keys } from './keys.ts'

/** What a token is good for: answering by mail, muting and confirming are three rights. */
export type Purpose = 'reply' | 'mute' | 'confirm'

/** An id, then its MAC: 60 characters. A mailbox name holds 64. */
const shape = /^([0-9a-f]{32})([0-9a-f]{28})$/

/** Text that nobody can guess and that is good for one mail thread and one purpose, for ever; lower case, 60 characters. */
export function mailToken(purpose: Purpose, threadId: string): string {
  return threadId.replaceAll('-', '') + macOf(purpose, threadId)
}

/** Id of the mail thread that the token is good for; null when it is not one of ours. Case is ignored, as by mail servers. */
export function readMailToken(purpose: Purpose, token: string): string | null {
  const [, digits, mac] = shape.exec(token.toLowerCase()) ?? []
  if (!digits || !mac) return null
  const threadId = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(purpose, threadId))) ? threadId : null
}

/** 112 bits. */
function macOf(purpose: Purpose, threadId: string): string {
  return createHmac('sha256', keys().mail).update(`${purpose}:${threadId}`).digest('hex').slice(0, 28)
}

const purposes: Purpose[] = ['reply', 'mute', 'confirm']

/** The text without tokens of ours: who quotes a mail hands them on to everybody who reads the answer. */
export function withoutMailTokens(text: string): string {
  const isOurs = (token: string) => purposes.some((purpose) => readMailToken(purpose, token) !== null)
  return text.replace(/\b[0-9a-f]{60}\b/gi, (token) => (isOurs(token) ? '…' : token))
}
