import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

const fileOf = (name: string) => new URL(name, import.meta.url).pathname
export const certificate = fileOf('./certificate.pem')
const identity = { cert: readFileSync(certificate), key: readFileSync(fileOf('./key.pem')) }

/** A PostgreSQL server with a self-signed certificate: a TLS proxy in front of another server without TLS. */
export async function startTlsFront(target: { host: string; port: number }) {
  const server = createServer(async (socket) => {
    socket.on('error', () => {})
    // The request for TLS, which is answered by one letter.
    await once(socket, 'readable')
    socket.read(8)
    socket.write('S')
    const inner = new TLSSocket(socket, { isServer: true, ...identity })
    const outer = connect(target)
    join(inner, outer)
    join(outer, inner)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { port: (server.address() as { port: number }).port, stop: () => server.close() }
}

function join(from: Socket, to: Socket) {
  from.on('error', () => {}).on('close', () => to.destroy())
  from.pipe(to)
}
