import type { BrowserContext } from 'playwright-core'

/** A proxy that blocks WebSockets. */
export const withoutSockets = (context: BrowserContext) =>
  context.routeWebSocket(/./, (socket) => socket.close({ code: 1006 }))

/** One that also buffers event streams until they end. */
export async function withoutStreams(context: BrowserContext): Promise<void> {
  await withoutSockets(context)
  await context.route('**/graphql', (route) => {
    if (route.request().headers().accept !== 'text/event-stream') return route.fallback()
  })
}

/** One that blocks the scripts with these names, which the frame loads once it is shown. */
export const withoutScripts =
  (...names: string[]) =>
  (context: BrowserContext) =>
    context.route(new RegExp(`/late-(${names.join('|')})-`), (route) => route.abort())
