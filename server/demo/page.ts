import type { Context as Call } from 'hono'
import { answer } from '../http/answer.ts'
import { demoDashboard } from './dashboard.ts'
import { DEMO_CUSTOMERS } from './seed/demo.ts'
import { demoConsoleUrl, demoIframeUrl, demoTicketOwner } from './website.ts'

/** `GET /` in demo mode: the page of a company that embeds the ticket center. */
export async function demoPage(call: Call, publicOrigin: string): Promise<Response> {
  const { host } = new URL(call.req.url)
  // The visitor's own name for this machine: with another one, the frame would be cross-site.
  const origin = `${new URL(publicOrigin).protocol}//${host}`
  const ticket = ticketOf(call)
  const owner = ticket ? await demoTicketOwner(ticket) : undefined
  const as = call.req.query('as') ?? owner
  const current = DEMO_CUSTOMERS.find(({ email }) => email === as) ?? DEMO_CUSTOMERS[0]
  const { html, styleHash, scriptHash } = demoDashboard({
    iframeSrc: await demoIframeUrl(origin, current.email, current.nickname, ticket),
    customers: DEMO_CUSTOMERS.map(({ nickname, email }) => ({
      name: nickname,
      email,
      href: `/?${new URLSearchParams({ as: email })}`,
      current: email === current.email,
    })),
  })
  return answer(call, html, [
    "default-src 'none'",
    `style-src ${styleHash}`,
    `script-src ${origin}/embed.js ${scriptHash}`,
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
  ])
}

/** `GET /demo/console`: redirects to the console with a link signed at the moment of the click. */
export async function demoConsole(call: Call): Promise<Response> {
  return call.redirect(await demoConsoleUrl('', ticketOf(call)))
}

/** The ticket that an email's link opens: its number or global id. */
function ticketOf(call: Call): string | undefined {
  const ticket = call.req.query('ticket')
  return ticket && /^[\w-]{1,100}$/.test(ticket) ? ticket : undefined
}
