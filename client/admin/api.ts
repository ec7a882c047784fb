import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type ExecutionResult, type GraphQLFormattedError, print } from 'graphql'
import { Failure } from './failures.ts'
import type { Server } from './server.ts'

export type Ask = <Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => Promise<Data>

const requestTimeout = 20_000

/** Runs operations on the server. Throws a Failure that says what to do when there is no data. */
export function createAsk({ url, findKey }: Server, root: boolean): Ask {
  const key = findKey(root)

  async function post(body: string): Promise<Response> {
    try {
      return await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key.text}` },
        body,
        signal: AbortSignal.timeout(requestTimeout),
      })
    } catch {
      const advice = 'start it with npm start, or set TICKET_CENTER_URL'
      throw new Failure(`No server responds at ${url}: ${advice}`, { isTemporary: true })
    }
  }

  return async (document, variables) => {
    const response = await post(JSON.stringify({ query: print(document), variables }))
    const result: ExecutionResult | undefined = await response.json().catch(() => undefined)
    const error = result?.errors?.[0]
    if (error) throw new Failure(explain(error, key.source), chancesAfter(error))
    if (!result?.data) {
      const message = `${url} responded with status ${response.status}: is it a ticket center?`
      throw new Failure(message, { isTemporary: response.status >= 500 })
    }
    return result.data as never
  }
}

function explain({ message, extensions = {} }: GraphQLFormattedError, source: string): string {
  if (extensions.code === 'UNAUTHENTICATED') return `The server refused the key (from ${source})`
  if (extensions.code !== 'FORBIDDEN') return message
  const refused = `This key (from ${source}) may not do this`
  const missing = Array.isArray(extensions.missingScopes) ? extensions.missingScopes : []
  if (missing.length === 0) return refused
  return `${refused}: it needs the ${missing.length === 1 ? 'scope' : 'scopes'} ${missing.join(', ')}`
}

function chancesAfter({ extensions = {} }: GraphQLFormattedError) {
  const { code, retryAfter } = extensions
  return {
    isTemporary: code === 'UNAVAILABLE',
    retryAfter: typeof retryAfter === 'number' ? retryAfter : undefined,
  }
}
