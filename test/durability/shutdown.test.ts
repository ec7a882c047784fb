import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { newEnvironment } from '../support/environment.ts'
import { follow, listening, ticketChanged } from '../support/live.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'
import { createTestWebsite, type TestWebsite } from '../support/website.ts'

let server: ServerProcess
let website: TestWebsite

beforeEach(async () => {
  const { variables, remove } = await newEnvironment()
  server = spawnServer(variables)
  website = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
  return async () => {
    await server.stop()
    remove()
  }
})

/** A connection on which a request is sent piece by piece. */
async function openConnection() {
  const { hostname, port } = new URL(website.origin)
  const socket: Socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  onTestFinished(() => {
    socket.destroy()
  })
  let received = ''
  socket.setEncoding('utf8').on('data', (text) => {
    received += text
  })
  return { send: (text: string) => socket.write(text), closed: once(socket, 'close').then(() => received) }
}

const body = JSON.stringify({
  query: `mutation { openTicket(input: { subject: "Help", body: "Please", customerEmail: "jane@example.com" }) {
    ... on OpenTicketPayload { ticket { number } } } }`,
})

function post(): string {
  const headers = [
    'POST /graphql HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/json',
    `Authorization: Bearer ${website.apiKey}`,
    `Content-Length: ${body.length}`,
  ]
  return `${headers.join('\r\n')}\r\n\r\n`
}

describe('SIGTERM', () => {
  test('closes sockets with 1001, finishes work in progress, is not ready meanwhile, and exits with 0', async () => {
    const follower = follow(website.key, ticketChanged)
    await listening(website.origin, 1)
    const request = await openConnection()
    request.send(post() + body.slice(0, 50))
    const probe = await openConnection()
    probe.send('GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n')
    await fetch(`${website.origin}/livez`)
    const stopped = server.stop('SIGTERM')
    expect(await follower.closed).toMatchObject({ code: 1001 })
    probe.send('\r\n')
    request.send(body.slice(50))
    expect(await request.closed).toMatch(/^HTTP\/1\.1 200 .*"ticket":\{"number":1\}/s)
    expect(await probe.closed).toMatch(/^HTTP\/1\.1 503 /)
    expect(await stopped).toEqual({ code: 0, signal: null })
  })

  test('exits with 0 within fifteen seconds despite a stalled reader and one that never disconnects', async () => {
    const stalled = follow(website.key, ticketChanged)
    await listening(website.origin, 1)
    ;(await stalled.connected).pause()
    const idle = await openConnection()
    idle.send('GET /livez HTTP/1.1\r\nHost: localhost\r\n')
    const stream = await fetch(`${website.origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${website.apiKey}`,
      },
      body: JSON.stringify({ query: ticketChanged }),
    })
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    expect(await server.stop('SIGTERM')).toEqual({ code: 0, signal: null })
    await stream.body?.cancel().catch(() => {})
    ;(await stalled.connected).terminate()
  })

  test('exits with 0 under steady traffic, and every response is true', async () => {
    let stopping = false
    let failed = 0
    const caller = async () => {
      while (!stopping) {
        await website.key.ask('{ tickets { edges { cursor } } }').catch(() => {
          failed++
          stopping = true
        })
      }
    }
    const traffic = Array.from({ length: 8 }, caller)
    await fetch(`${website.origin}/livez`)
    expect(await server.stop('SIGTERM')).toEqual({ code: 0, signal: null })
    await Promise.all(traffic)
    expect(failed).toBeGreaterThan(0)
    expect(server.output()).not.toContain('request failed')
  })
})
