import { connect, createServer, type Server, type Socket } from 'node:net'
import { listen } from '../support/listen.ts'

/** A TCP proxy that can go down and up again on the same port, like a database that restarts. */
export async function startProxy(target: { host: string; port: number }) {
  const sockets = new Set<Socket>()
  let server: Server | undefined
  let port = 0
  let refused = 0

  const proxy = {
    get port() {
      return port
    },
    /** Connections so far. */
    connections: 0,
    async up() {
      server = createServer((inner) => {
        proxy.connections++
        const outer = connect(target)
        for (const [from, to] of [
          [inner, outer],
          [outer, inner],
        ] as const) {
          sockets.add(from)
          from
            .on('error', () => {})
            .on('close', () => {
              sockets.delete(from)
              to.destroy()
            })
          from.pipe(to)
        }
      })
      port = await listen(server, port)
    },
    /** Closes every connection. `mute`: accepts new ones without responding; otherwise refuses them. */
    async down({ mute = false } = {}) {
      // First no new ones: the server closes only once all are gone.
      const closed = new Promise((resolve) => server?.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
      if (!mute) return
      server = createServer((socket) => {
        refused++
        sockets.add(socket.on('error', () => {}))
      })
      await listen(server, port)
    },
    /** Stops forwarding without notifying either side, like a network that lost the server. */
    freeze() {
      for (const socket of sockets) socket.unpipe().pause()
    },
    /** Connections attempted while it was mute. */
    attempts: () => refused,
  }
  await proxy.up()
  return proxy
}
