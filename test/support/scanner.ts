import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterAll } from 'vitest'
import { listen } from './listen.ts'

interface Scanned {
  bytes: Buffer
  headers: IncomingHttpHeaders
}

/** Answers of a scanner. */
export const says =
  (infected: boolean, status = 200) =>
  (response: ServerResponse) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ infected }))

/** A scanner over HTTP that answers as the test wants at that moment. */
export async function startScanner() {
  const scanner = {
    port: 0,
    /** What it was sent. */
    scanned: [] as Scanned[],
    answer: says(false) as (response: ServerResponse) => unknown,
    down: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
    up: async () => {
      scanner.port = await listen(server, scanner.port)
    },
  }
  const server = createServer(async (request, response) => {
    scanner.scanned.push({ bytes: await buffer(request), headers: request.headers })
    scanner.answer(response)
  })
  await scanner.up()
  afterAll(scanner.down)
  return scanner
}
