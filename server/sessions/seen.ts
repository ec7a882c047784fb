import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
import { sessionKeys } from '../identity/session.ts'
import { keys } from '../keys/keys.ts'

/** A visit to the frame's document: its website, customer and embedding page. */
export interface Seen {
  websiteId: string
  /** As it was in the address. */
  email: string
  /** The secret that signed the address. */
  secretId: string
  /** Scheme and host of the allowed page that embedded the frame. */
  origin: string
  /** Milliseconds since the epoch: when the statement expires. */
  until: number
}

const shape = /^(\d{13})~([^~]{1,300})~([0-9a-f]{64})$/

/**
 * A signed statement that this website's document was opened for this address and secret from this allowed origin. It
 * grants nothing on its own: it replaces a Referer, and only together with the same address's HMAC.
 */
export function writeSeen(seen: Seen): string {
  return `${seen.until}~${seen.origin}~${macOf(seen, keys().seen)}`
}

/** Reads a statement about `visit`; null unless it is ours, about exactly that, and has not expired. */
export function readSeen(text: string, visit: Omit<Seen, 'origin' | 'until'>): Seen | null {
  const [, until, origin, mac] = shape.exec(text) ?? []
  if (!until || !origin || !mac) return null
  const seen = { ...visit, origin, until: Number(until) }
  const by = sessionKeys().find(({ key }) =>
    timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(seen, key.seen))),
  )
  if (!by || seen.until <= Date.now()) return null
  return { ...seen, until: Math.min(seen.until, by.until) }
}

function macOf({ websiteId, email, secretId, origin, until }: Seen, key: KeyObject): string {
  const statement = JSON.stringify([websiteId, email, secretId, origin, until])
  return createHmac('sha256', key).update(statement).digest('hex')
}
