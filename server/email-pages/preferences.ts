import type { Context as Call } from 'hono'
import type { PageText } from '../../client/i18n/catalogue.ts'
import { html } from '../html/html.ts'
import { type Muted, setMuted } from '../notifications/mute.ts'
import { answerEmailPage, answerNotFound } from './document.ts'
import { emailPageLanguage } from './language.ts'
import { type EmailReader, findEmailReader } from './reader.ts'

/** `GET /mail/:token`: the reader's preferences. Link scanners open it, so it changes nothing. */
export async function emailPreferences(call: Call): Promise<Response> {
  const reader = await findEmailReader('mute', call.req.param('token') ?? '')
  if (!reader) return answerNotFound(call)
  const language = emailPageLanguage(reader.locale)
  const { page, name } = language
  const title = page('preferences.title', { company: name(reader.brand.name) })
  const body = html`<h1>${title}</h1>
<p>${page('preferences.to', { email: name(reader.email) })}</p>
<ul class="choices">
${ticketChoice(reader, language)}
${reader.role === 'OPERATOR' && !reader.follows ? null : websiteChoice(reader, language)}
</ul>`
  return answerEmailPage(call, { reader, language, title, body })
}

/** `POST /mail/:token`: a choice on that page, or one-click unsubscribe (RFC 8058), which mutes the ticket. */
export async function changeEmailPreferences(call: Call): Promise<Response> {
  const reader = await findEmailReader('mute', call.req.param('token') ?? '')
  if (!reader) return answerNotFound(call)
  const form = await call.req.formData().catch(() => null)
  if (form?.get('List-Unsubscribe') === 'One-Click') {
    await setMuted(reader.threadId, 'ticket', true)
    return call.text('You will no longer get emails about this ticket.')
  }
  const [mute, unmute] = [form?.get('mute'), form?.get('unmute')]
  const what = mute ?? unmute
  if (!isMutable(what, reader) || (mute && unmute))
    return call.text('Send either mute or unmute: ticket, all or, for operators, unassigned.', 400)
  await setMuted(reader.threadId, what, what === mute)
  return call.redirect(call.req.path, 303)
}

function isMutable(what: unknown, { role }: EmailReader): what is Muted {
  return what === 'ticket' || what === 'all' || (what === 'unassigned' && role === 'OPERATOR')
}

type Language = ReturnType<typeof emailPageLanguage>

function ticketChoice(reader: EmailReader, { page, ticketNumber }: Language) {
  const { ticket, follows, ticketMuted, choice } = reader
  return html`<li>
<div>
<h2>${page('preferences.ticket', { number: ticketNumber(ticket.number) })}</h2>
${ticket.subject !== null && html`<p class="subject" dir="auto">${ticket.subject}</p>`}
<p>${page(stateOfTicket(reader))}</p>
</div>
${follows && (ticketMuted || choice !== 'NONE') && button('ticket', ticketMuted, page(`preferences.ticket.${ticketMuted ? 'unmute' : 'mute'}`))}
</li>`
}

function stateOfTicket({ follows, ticketMuted, choice, confirmed }: EmailReader): PageText {
  if (!follows) return 'preferences.ticket.left'
  if (ticketMuted) return 'preferences.ticket.muted'
  if (choice === 'NONE') return 'preferences.ticket.mutedWithAll'
  if (!confirmed) return 'preferences.ticket.unconfirmed'
  return choice === 'ASSIGNED' ? 'preferences.ticket.assigned' : 'preferences.ticket.on'
}

function websiteChoice({ role, brand, choice }: EmailReader, { page, name }: Language) {
  const states: Record<typeof choice, PageText> = {
    ALL: role === 'OPERATOR' ? 'preferences.all.team' : 'preferences.all.on',
    ASSIGNED: 'preferences.all.assigned',
    NONE: 'preferences.all.muted',
  }
  const muted = choice === 'NONE'
  return html`<li>
<div>
<h2>${page('preferences.all')}</h2>
<p>${page(states[choice], { company: name(brand.name) })}</p>
</div>
${button('all', muted, page(muted ? 'preferences.all.unmute' : 'preferences.all.mute'))}
${role === 'OPERATOR' && choice !== 'ASSIGNED' && button('unassigned', false, page('preferences.all.muteUnassigned'))}
</li>`
}

function button(what: Muted, muted: boolean, label: string) {
  return html`<form method="post">
<button name="${muted ? 'unmute' : 'mute'}" value="${what}"${muted && html` class="primary"`}>${label}</button>
</form>`
}
