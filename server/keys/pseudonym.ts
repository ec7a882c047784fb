import { createHmac } from 'node:crypto'
import { keys } from './keys.ts'

/** Stands in for an address: shows those who know the address, and have the server's key, that it was this one. */
export const pseudonym = (websiteId: string, email: string) =>
  createHmac('sha256', keys().erasure).update(`${websiteId}:${email}`).digest('hex')
