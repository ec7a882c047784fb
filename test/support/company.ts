import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

/** Starts a company's server. The returned function gives it another page, and returns its address. */
export async function startCompany() {
  const pages: { body: string; headers: Record<string, string> }[] = []
  const server = createServer(({ url }, response) => {
    const { body, headers } = pages[Number(url?.slice(1))] ?? { body: '', headers: {} }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  return (content: string, headers: Record<string, string> = {}, host = 'dash.acme.test'): string => {
    const body = `<!doctype html><html lang="en"><title>Dashboard</title><h1>Support</h1>${content}</html>`
    const at = pages.push({ body, headers }) - 1
    return `http://${host}:${(server.address() as AddressInfo).port}/${at}`
  }
}
