import { GraphQLError } from 'graphql'
import type { Context as Call } from 'hono'
import { take } from '../api/limits.ts'
import { answer } from '../http/answer.ts'
import type { Markup } from '../http/compress-parts.ts'
import { log } from '../log/log.ts'

interface Refusal {
  /** Only for the log: the response is the same whichever check failed. */
  reason: string
  address: string
  websiteId?: string
}

interface RefusalPage extends Refusal {
  status: 400 | 401 | 403 | 404
  html: string | Markup[]
  /** The page's Content-Security-Policy, one item per directive. */
  policy: string[]
}

/** Logs a refusal and counts it. Returns RATE_LIMITED once the address has been refused too often. */
export async function countRefusal({ reason, address, websiteId }: Refusal): Promise<GraphQLError | null> {
  log.info({ websiteId, address, reason }, 'document refused')
  try {
    await take('refusal', address)
    return null
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

/** Responds with the refusal page, or with 429. */
export async function refuse(call: Call, { status, html, policy, ...refusal }: RefusalPage) {
  const limited = await countRefusal(refusal)
  return limited ? busy(call, limited, html, policy) : answer(call, html, policy, status)
}

/** Responds with 429 and the time to wait. */
export async function busy(
  call: Call,
  { extensions }: GraphQLError,
  html: RefusalPage['html'],
  policy: string[],
) {
  const response = await answer(call, html, policy, 429)
  response.headers.set('retry-after', String(extensions.retryAfter))
  return response
}
