import type { Context as Call } from 'hono'
import { html } from '../html/html.ts'
import { confirmEmails } from '../notifications/confirm.ts'
import { emailToken } from '../notifications/email-token.ts'
import { answerEmailPage, answerNotFound } from './document.ts'
import { emailPageLanguage } from './language.ts'
import { type EmailReader, findEmailReader } from './reader.ts'

/**
 * `GET /mail/confirm/:token`: asks whether a participant accepts the ticket’s emails. Link scanners open it, so it
 * changes nothing.
 */
export async function emailInvitation(call: Call): Promise<Response> {
  const reader = await findInvited(call)
  if (!reader) return answerNotFound(call)
  if (!reader.follows) return noLongerFollows(call, reader)
  if (reader.confirmed) return toPreferences(call, reader)
  const language = emailPageLanguage(reader.locale)
  const { brand, customerEmail, ticket } = reader
  const { text, page, name, ticketNumber } = language
  const question = text('invited.question')
  const number = ticketNumber(ticket.number)
  const about = { customer: name(customerEmail), company: name(brand.name), number }
  const body = html`<h1>${question}</h1>
<p>${text('invited.unknown', about)}</p>
<form class="confirm" method="post"><button class="primary">${text('invited.confirm')}</button></form>
<p>${page('confirm.nothing')}</p>`
  return answerEmailPage(call, { reader, language, title: question, body })
}

/** `POST /mail/confirm/:token`: accepts them. */
export async function acceptEmailInvitation(call: Call): Promise<Response> {
  const reader = await findInvited(call)
  if (!reader) return answerNotFound(call)
  return (await confirmEmails(reader.threadId)) ? toPreferences(call, reader) : noLongerFollows(call, reader)
}

async function findInvited(call: Call): Promise<EmailReader | null> {
  const reader = await findEmailReader('confirm', call.req.param('token') ?? '')
  return reader?.role === 'PARTICIPANT' ? reader : null
}

/** The preferences page shows the current state and can undo it. */
function toPreferences(call: Call, { threadId }: EmailReader): Response {
  return call.redirect(`/mail/${emailToken('mute', threadId)}`, 303)
}

function noLongerFollows(call: Call, reader: EmailReader): Promise<Response> {
  const language = emailPageLanguage(reader.locale)
  const { page, name } = language
  const left = page('confirm.left')
  const body = html`<h1>${left}</h1>
<p>${page('confirm.left.text', { company: name(reader.brand.name) })}</p>`
  return answerEmailPage(call, { reader, language, title: left, body }, 410)
}
