import { GraphQLError } from 'graphql'
import type { Context as Call } from 'hono'
import { take } from '../api/limits.ts'
import { answer } from '../http/answer.ts'
import type { Markup } from '../http/compress-parts.ts'
import { log } from '../log/log.ts'

interface Refusal {
  status: 400 | 401 | 403 | 404
  /** Only for the log: the page is the same whichever check failed. */
  reason: string
  address: string
  websiteId?: string
  html: string | Markup[]
  /** The page's Content-Security-Policy, one item per directive. */
  policy: string[]
}

/** Responds with the refusal page, or with 429 once an address has been refused too often. */
export async function refuse(call: Call, { status, reason, address, websiteId, html, policy }: Refusal) {
  log.info({ websiteId, address, reason }, 'document refused')
  try {
    await take('refusal', address)
    return await answer(call, html, policy, status)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    return busy(call, error, html, policy)
  }
}

/** Responds with 429 and the time to wait. */
export async function busy(
  call: Call,
  { extensions }: GraphQLError,
  html: Refusal['html'],
  policy: string[],
) {
  const response = await answer(call, html, policy, 429)
  response.headers.set('retry-after', String(extensions.retryAfter))
  return response
}
