import { createHmac, timingSafeEqual } from 'node:crypto'
import { emailKeys, keys } from '../keys/keys.ts'

/** What a token allows; each purpose is a separate right. A bounce token is for an email's id. */
export type Purpose = 'reply' | 'mute' | 'confirm' | 'sign-in' | 'bounce'

/** An id, then its MAC: 60 characters. The local part of an address has at most 64. */
const shape = /^([0-9a-f]{32})([0-9a-f]{28})$/

/** A token for one email thread and one purpose, valid as long as the server key: 60 lower-case characters. */
export function emailToken(purpose: Purpose, threadId: string): string {
  return threadId.replaceAll('-', '') + macOf(purpose, threadId, keys().email)
}

/** The email thread that the token is for; null if the token is not ours. Case is ignored, as mail servers do. */
export function readEmailToken(purpose: Purpose, token: string): string | null {
  const [, digits, mac] = shape.exec(token.toLowerCase()) ?? []
  if (!digits || !mac) return null
  const threadId = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const genuine = emailKeys().some((key) =>
    timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(purpose, threadId, key))),
  )
  return genuine ? threadId : null
}

/** 112 bits. */
function macOf(purpose: Purpose, threadId: string, key: Buffer): string {
  return createHmac('sha256', key).update(`${purpose}:${threadId}`).digest('hex').slice(0, 28)
}

const purposes: Purpose[] = ['reply', 'mute', 'confirm', 'sign-in', 'bounce']

/** Sixty digits that may be one of our tokens, even within others: its id is a UUID of version 7. */
const candidate = /(?=([0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{43}))/gi
/** Maximum candidates checked in one text; 200,000 random digits have fewer. */
const maxCandidates = 4_000

/**
 * Removes our tokens from a text: quoting an email would pass them on to everybody who reads the reply. Link checkers
 * add digits beside them. A text full of candidates loses everything that could be a token.
 */
export function withoutEmailTokens(text: string): string {
  const ours = new Set<string>()
  let candidates = 0
  for (const [, token = ''] of text.matchAll(candidate)) {
    if (++candidates > maxCandidates) return text.replace(/[0-9a-f]{60,}/gi, '…')
    if (purposes.some((purpose) => readEmailToken(purpose, token) !== null)) ours.add(token)
  }
  return [...ours].reduce((rest, token) => rest.replaceAll(token, '…'), text)
}
