import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll } from 'vitest'

/** Exactly the tag that companies embed. */
export const iframeTag = (src: string) =>
  `<iframe title="Ticket Center" src="${src.replaceAll('&', '&amp;')}" referrerpolicy="origin" sandbox="allow-forms allow-popups allow-scripts" width="100%" height="600px" frameborder="0"></iframe>`

/**
 * A company's server. Its page at `/?src=…` embeds that address, at `/?wrap=…` without a sandbox, with the
 * Cross-Origin-Embedder-Policy in `coep` and the Cross-Origin-Opener-Policy in `coop`. Returns its port.
 */
export async function startDashboard(): Promise<number> {
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams
    const src = query.get('src')
    const wrap = query.get('wrap')
    if (src === null && wrap === null) return response.writeHead(204).end()
    const content = src === null ? `<iframe title="Wrapped" src="${wrap}"></iframe>` : iframeTag(src)
    const [embedder, opener] = [query.get('coep'), query.get('coop')]
    if (embedder) response.setHeader('cross-origin-embedder-policy', embedder)
    if (opener) response.setHeader('cross-origin-opener-policy', opener)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="en"><title>Dashboard</title><h1>Support</h1>${content}</html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => new Promise((resolve) => server.close(resolve)))
  return (server.address() as AddressInfo).port
}

/** A page that collects console errors, page errors and CSP violations, including those of its frames, in `complaints`. */
export async function openPage(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  return { page, context, complaints: watch(page) }
}

export function watch(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}
