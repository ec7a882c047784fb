import { Agent, request } from 'node:http'

export interface Call {
  url: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

export interface Figures {
  perSecond: number
  failed: number
}

/** Sends calls over this many connections for this many milliseconds, one at a time on each. */
export async function load(next: () => Call, connections: number, duration: number): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let answered = 0
  let failed = 0
  const end = performance.now() + duration
  async function work() {
    while (performance.now() < end) {
      if (await send(next(), agent)) answered++
      else failed++
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  agent.destroy()
  return { perSecond: (answered * 1_000) / duration, failed }
}

/** Whether the response was a success: 200, and no GraphQL errors. */
function send({ url, method = 'GET', headers, body }: Call, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const outgoing = request(url, { agent, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        resolve(response.statusCode === 200 && !Buffer.concat(chunks).includes('"errors":['))
      })
    })
    outgoing.on('error', () => resolve(false))
    outgoing.end(body)
  })
}
