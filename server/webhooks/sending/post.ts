import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { lookupAllowed, refuseForbidden } from './lookup.ts'

/** Milliseconds for everything: name, connection, request and answer. */
const timeLimit = 10_000
/** Bytes of an answer that are read and stored. */
const answerLimit = 64 * 1024

export interface Answer {
  status: number
  body: string
}

/**
 * POSTs JSON and returns the answer, whatever its status; redirects are not followed. Throws if there is no complete
 * answer in time. A connection of its own, without a proxy: its address is checked when it is made.
 */
export function post(address: string, headers: Record<string, string>, body: string): Promise<Answer> {
  const url = new URL(address)
  return new Promise((resolve, reject) => {
    refuseForbidden(url)
    const { request } = url.protocol === 'https:' ? https : http
    const options = {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup: lookupAllowed(url.protocol),
      agent: false,
      signal: AbortSignal.timeout(timeLimit),
    } as const
    const outgoing = request(url, options, (response) => {
      startOf(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject)
    })
    outgoing.on('error', reject).end(body)
  })
}

/** As text that the database can store. */
async function startOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of response) {
    parts.push(part)
    size += part.length
    if (size >= answerLimit) break
  }
  return Buffer.concat(parts).subarray(0, answerLimit).toString('utf8').replaceAll('\0', '')
}
