import { randomBytes } from 'node:crypto'
import type { ApiScope } from '../../prisma/generated/client/enums.ts'
import { db } from '../database/db.ts'
import { sha256 } from '../keys/keys.ts'

export interface LiveKey {
  id: string
  websiteId: string
  name: string
  scopes: ApiScope[]
}

const prefix = 'tck_'
const freshFor = 2_000
const cache = new Map<string, { readAt: number; key: Promise<LiveKey | null> }>()

export const isApiKey = (bearer: string) => bearer.startsWith(prefix)

/** A new key: 256 random bits. Store its SHA-256, show it once. */
export function newApiKey(): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** The key with this text unless it is unknown or revoked; at most two seconds old. */
export function liveApiKey(text: string): Promise<LiveKey | null> {
  const hash = sha256(text)
  const cached = cache.get(hash)
  if (cached && Date.now() - cached.readAt < freshFor) return cached.key
  const key = db.apiKey
    .findUnique({
      where: { hash, revokedAt: null },
      select: { id: true, websiteId: true, name: true, scopes: true },
    })
    .then((found) => found)
  if (cache.size > 10_000) cache.clear()
  cache.set(hash, { readAt: Date.now(), key })
  key.catch(() => cache.delete(hash))
  return key
}
