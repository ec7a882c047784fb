import { GraphQLError } from 'graphql'
import type { Context as Call } from 'hono'
import { take } from '../limits.ts'
import { log } from '../log.ts'
import { answer } from './answer.ts'
import type { Page } from './html.ts'

interface Refusal {
  status: 400 | 401 | 403 | 404
  /** For the log alone: the page is the same whatever check failed. */
  reason: string
  address: string
  websiteId?: string
  /** Directives beside the page's own. */
  policy: string[]
  page: Page
}

/** Answers with the refusal page; with 429 once an address has been refused too often. */
export async function refuse(call: Call, { status, reason, address, websiteId, policy, page }: Refusal) {
  log.info({ websiteId, address, reason }, 'document refused')
  const directives = [`default-src 'none'; style-src ${page.styleHash}`, ...policy]
  try {
    await take('refusal', address)
    return await answer(call, page.html, directives, status)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    const response = await answer(call, page.html, directives, 429)
    response.headers.set('retry-after', String(error.extensions.retryAfter))
    return response
  }
}
