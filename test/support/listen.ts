import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import { setTimeout } from 'node:timers/promises'

/** Listens on a local port, 0 for any, and returns it. Waits while another process happens to use a port that was free. */
export async function listen(server: Server, port: number): Promise<number> {
  for (;;) {
    try {
      await once(server.listen(port, '127.0.0.1'), 'listening')
      return (server.address() as AddressInfo).port
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      await setTimeout(50)
    }
  }
}
