import type { BrowserContext } from 'playwright-core'

/** A proxy that lets no WebSocket through. */
export const withoutSockets = (context: BrowserContext) =>
  context.routeWebSocket(/./, (socket) => socket.close({ code: 1006 }))

/** One that keeps event streams as well, as it waits for their end. */
export async function withoutStreams(context: BrowserContext): Promise<void> {
  await withoutSockets(context)
  await context.route('**/graphql', (route) => {
    if (route.request().headers().accept !== 'text/event-stream') return route.fallback()
  })
}
