import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { Unanswered } from './failure.ts'
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
 * answer in time, whatever Node makes of what it gets. A connection of its own, without a proxy: its address is checked
 * when it is made.
 */
export async function post(address: string, headers: Record<string, string>, body: string): Promise<Answer> {
  const url = new URL(address)
  refuseForbidden(url)
  const { request } = url.protocol === 'https:' ? https : http
  const outgoing = request(url, {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    lookup: lookupAllowed(url.protocol),
    agent: false,
  })
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Unanswered('ETIMEDOUT')), timeLimit)
  try {
    const answer = answerTo(outgoing)
    outgoing.end(body)
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
    outgoing.destroy()
  }
}

function answerTo(outgoing: ClientRequest): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  let isAnswered = false
  outgoing
    .once('response', (response) => {
      isAnswered = true
      startOf(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject)
    })
    // 101: the receiver goes on in another protocol. Without a listener, there would be no sign of it but `close`.
    .once('upgrade', ({ statusCode }, socket) => {
      resolve({ status: statusCode ?? 0, body: '' })
      socket.destroy()
    })
    .on('error', reject)
    .once('close', () => isAnswered || reject(new Unanswered('ECONNRESET')))
  return promise
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
