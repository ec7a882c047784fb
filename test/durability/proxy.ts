import { connect, createServer, type Server, type Socket } from 'node:net'

/** A TCP proxy that can be taken down and brought up again on the same port, as a database that restarts. */
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
      await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
      port = (server.address() as { port: number }).port
    },
    /** Cuts every connection; `mute`: takes new ones and leaves them without an answer, else refuses them. */
    async down({ mute = false } = {}) {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server?.close(resolve))
      if (!mute) return
      server = createServer((socket) => {
        refused++
        sockets.add(socket.on('error', () => {}))
      })
      await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
    },
    /** Stops passing anything on, and tells neither side, as a network that lost the server. */
    freeze() {
      for (const socket of sockets) socket.unpipe().pause()
    },
    /** Connections that came while it was mute. */
    attempts: () => refused,
  }
  await proxy.up()
  return proxy
}
