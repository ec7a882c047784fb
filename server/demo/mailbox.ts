import type { Context as Call } from 'hono'
import { config } from '../config/config.ts'
import { type Html, html, page } from '../html/html.ts'
import { answer } from '../http/answer.ts'
import { emailFolder } from '../notifications/sending/transport.ts'
import { demoBar } from './bar.ts'
import { demoBarStyles } from './bar-styles.ts'
import { larkpostLogo } from './icons.ts'
import { listEmails, parseEmail, readEmail } from './mailbox-files.ts'
import { emailList } from './mailbox-list.ts'
import { demoEmailStyles } from './mailbox-styles.ts'
import { emailView } from './mailbox-view.ts'
import { DEMO_COMPANY } from './seed/demo.ts'

/** Seconds between reloads of the list. */
const refresh = '5'

/** `GET /demo/mail`: the emails that this server would have sent. */
export async function demoMailbox(call: Call): Promise<Response> {
  if (config.smtpUrl) return mailbox(call, sentForReal)
  const emails = await listEmails()
  const response = await mailbox(call, emails.length > 0 ? html`${emailList(emails)}${hint()}` : noEmails)
  response.headers.set('refresh', refresh)
  return response
}

/** `GET /demo/mail/:name`: one of them. */
export async function demoEmail(call: Call): Promise<Response> {
  const name = call.req.param('name') ?? ''
  const raw = await readEmail(name)
  if (!raw) return call.notFound() as Promise<Response>
  const email = await parseEmail(raw)
  const part = call.req.query('part') === 'text' ? 'text' : 'html'
  return mailbox(call, html`${emailList(await listEmails(), name)}${emailView(name, email, part)}`)
}

/** `GET /demo/mail/:name/html`: its HTML, for the frame on that page. It can neither run nor load anything. */
export async function demoEmailHtml(call: Call): Promise<Response> {
  const raw = await readEmail(call.req.param('name') ?? '')
  if (!raw) return call.notFound() as Promise<Response>
  const { html: document } = await parseEmail(raw)
  return answer(call, inNewTabs(document || ''), [
    "default-src 'none'",
    'img-src data:',
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ])
}

/** `GET /demo/mail/:name/raw`: its file. */
export async function demoEmailFile(call: Call): Promise<Response> {
  const name = call.req.param('name') ?? ''
  const raw = await readEmail(name)
  if (!raw) return call.notFound() as Promise<Response>
  return call.body(new Uint8Array(raw), 200, {
    'content-type': 'message/rfc822',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}

/** Links open in a new tab: the frame has no room for a dashboard. */
function inNewTabs(document: string): string {
  const base = '<base target="_blank">'
  const head = /<head(?:\s[^>]*)?>/i
  return head.test(document) ? document.replace(head, (tag) => tag + base) : base + document
}

function mailbox(call: Call, content: Html): Promise<Response> {
  const document = page({
    lang: 'en',
    title: `Mailbox · ${DEMO_COMPANY.name}`,
    styles: demoBarStyles + demoEmailStyles,
    body: html`${demoBar('mailbox')}
<header class="top"><div class="brand">${larkpostLogo}${DEMO_COMPANY.name}</div><h1>Mailbox</h1></header>
<main>${content}</main>`,
  })
  return answer(call, document.html, [
    "default-src 'none'",
    `style-src ${document.styleHash}`,
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ])
}

const hint = () => html`<div class="reading waiting"><div class="empty">
<h2>Choose an email</h2>
<p>These emails were not sent: they are files in <bdi>${emailFolder()}</bdi>, because SMTP_URL is not set.</p>
</div></div>`

const noEmails = html`<div class="empty alone">
<h2>No emails yet</h2>
<p>Answer a ticket in the <a href="/demo/console" target="_blank" rel="noopener">operator console</a>. If nobody reads the answer within ${DEMO_COMPANY.emailDelay} seconds, an email to the customer appears here.</p>
</div>`

const sentForReal = html`<div class="empty alone">
<h2>Emails are sent by SMTP</h2>
<p>SMTP_URL is set, so emails go to their recipients and are not kept here.</p>
</div>`
