import { randomUUID } from 'node:crypto'
import type { Attack, Outcome } from './attack.ts'
import { apiClient, capitalize } from './client.ts'
import { dashboard, hmac } from './website.ts'

/** 81 aliases with the same input, without a session. */
export function signIns(times: number, mutation: 'openSession' | 'renewSession', input: object): Attack {
  const fields = Array.from({ length: 81 }, (_, at) => `a${at}: ${mutation}(input: $input) { __typename }`)
  const query = `mutation ($input: ${capitalize(mutation)}Input!) { ${fields.join(' ')} }`
  return async ({ website }) => {
    const outcome: Outcome = { answered: 0, refused: {}, points: 0 }
    const visitor = apiClient(website.origin)
    const send = async () => {
      const { errors } = await visitor.send(query, { input })
      const code = String(errors?.[0]?.extensions.code)
      if (errors) outcome.refused[code] = (outcome.refused[code] ?? 0) + 1
      else outcome.answered += 1
    }
    await Promise.all(Array.from({ length: times }, send))
    return outcome
  }
}

/** Frames of websites that do not exist, each with another id: 20 at a time. `refused` has their statuses. */
export function unknownWebsites(times: number): Attack {
  return async ({ website: { origin } }, email) => {
    const outcome: Outcome = { answered: 0, refused: {}, points: 0 }
    const query = new URLSearchParams({ email, hmac: hmac(email, 'unknown') })
    let left = times
    async function ask() {
      while (left-- > 0) {
        const headers = { referer: `${dashboard}/` }
        const response = await fetch(`${origin}/tickets/${randomUUID()}?${query}`, { headers })
        await response.arrayBuffer()
        if (response.ok) outcome.answered += 1
        else outcome.refused[response.status] = (outcome.refused[response.status] ?? 0) + 1
      }
    }
    await Promise.all(Array.from({ length: 20 }, ask))
    return outcome
  }
}
