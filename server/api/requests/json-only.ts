import type { Plugin } from 'graphql-yoga'

export function isJson(contentType: string | null | undefined): boolean {
  const [type = ''] = (contentType ?? '').split(';')
  return type.trim().toLowerCase() === 'application/json'
}

/** Without a preflight, a page can make its visitor's browser POST a form here, but not JSON. */
export const jsonOnly: Plugin = {
  onRequest({ request, fetchAPI, endResponse }) {
    if (request.method !== 'POST') return
    if (isJson(request.headers.get('content-type'))) return
    const error = {
      message: 'Send JSON with the content type application/json',
      extensions: { code: 'BAD_USER_INPUT' },
    }
    endResponse(
      fetchAPI.Response.json(
        { errors: [error] },
        { status: 415, headers: { 'access-control-allow-origin': '*' } },
      ),
    )
  },
}
