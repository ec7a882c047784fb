import { createClient } from 'graphql-ws'
import WebSocket from 'ws'
import { newAddress } from './page.ts'

// biome-ignore lint/suspicious/noExplicitAny: operations of tests are texts, so their results have no types
export type Result = any

export interface Answer {
  data: Result
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[]
}

type Variables = Record<string, unknown>

/** A caller of a server's API, with a token or signed out, at an address of its own: some limits count by address. */
export function apiClient(origin: string, token?: string, headers: Record<string, string> = {}) {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const from = newAddress()

  /** The raw answer, including errors. */
  async function send(query: string, variables: Variables = {}): Promise<Answer> {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...from, ...authorization, ...headers },
      body: JSON.stringify({ query, variables }),
      // A hanging test must report where.
      signal: AbortSignal.timeout(120_000),
    })
    const { data, errors } = (await response.json()) as Answer
    return errors ? { data, errors } : { data }
  }

  /** The data; fails with the whole answer if there is any error. */
  async function ask(query: string, variables: Variables = {}) {
    const answer = await send(query, variables)
    if (answer.errors) throw new Error(`${JSON.stringify(answer.errors, null, 2)}\n${query}`)
    return answer.data
  }

  /** The payload of a mutation with this `input` and selection; fails on any other result. */
  async function run(mutation: string, input: Variables, payload: string) {
    const result = await attempt(mutation, input, payload)
    if (result.__typename !== `${capitalize(mutation)}Payload`)
      throw new Error(`${mutation}: ${JSON.stringify(result)}`)
    return result
  }

  /** The same, for any member of the union. */
  async function attempt(mutation: string, input: Variables, payload = '__typename') {
    const name = capitalize(mutation)
    const data = await ask(
      `mutation ($input: ${name}Input!) { ${mutation}(input: $input) {
        __typename
        ... on ${name}Payload { ${payload} }
        ... on UserError { message ... on Conflict { code named: value } }
        ... on InvalidInput { issues { path message } }
      } }`,
      { input },
    )
    return data[mutation]
  }

  function socket() {
    return createClient({
      url: `${origin.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { ...authorization },
      retryAttempts: 0,
      // A socket stays open after its last subscription, so that the server's own close is seen.
      lazyCloseTimeout: 60_000,
    })
  }

  return { origin, token, send, ask, run, attempt, socket }
}

export type Client = ReturnType<typeof apiClient>

export function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
