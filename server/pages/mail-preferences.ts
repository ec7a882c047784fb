import type { Context as Call } from 'hono'
import { type Muted, setMuted } from '../notifications/mute.ts'
import { html } from './html.ts'
import { answerMailPage, answerNotFound } from './mail-document.ts'
import { mailPageLanguage } from './mail-language.ts'
import { findMailReader, type MailReader } from './mail-reader.ts'

/** `GET /mail/:token`: which mails the reader of a thread gets, and how to get others. Changes nothing: mail scanners follow links. */
export async function mailPreferences(call: Call): Promise<Response> {
  const reader = await findMailReader('mute', call.req.param('token') ?? '')
  if (!reader) return answerNotFound(call)
  const language = mailPageLanguage(reader.locale)
  const title = language.page.title(language.name(reader.brand.name))
  const body = html`<h1>${title}</h1>
<p>${language.page.to(language.name(reader.email))}</p>
<ul class="choices">
${ticketChoice(reader, language)}
${reader.role === 'OPERATOR' && !reader.follows ? null : websiteChoice(reader, language)}
</ul>`
  return answerMailPage(call, { reader, language, title, body })
}

/** `POST /mail/:token`: a choice made on that page, or the one click of a mail program (RFC 8058), which mutes the ticket. */
export async function changeMailPreferences(call: Call): Promise<Response> {
  const reader = await findMailReader('mute', call.req.param('token') ?? '')
  if (!reader) return answerNotFound(call)
  const form = await call.req.formData().catch(() => null)
  if (form?.get('List-Unsubscribe') === 'One-Click') {
    await setMuted(reader.threadId, 'ticket', true)
    return call.text('You get no more e-mails about this ticket.')
  }
  const [mute, unmute] = [form?.get('mute'), form?.get('unmute')]
  const what = mute ?? unmute
  if (!isMutable(what, reader) || (mute && unmute)) return call.text('Say what to mute: ticket or all.', 400)
  await setMuted(reader.threadId, what, what === mute)
  return call.redirect(call.req.path, 303)
}

function isMutable(what: unknown, { role }: MailReader): what is Muted {
  return what === 'ticket' || what === 'all' || (what === 'unassigned' && role === 'OPERATOR')
}

type Language = ReturnType<typeof mailPageLanguage>

function ticketChoice(reader: MailReader, { page }: Language) {
  const { ticket, follows, ticketMuted, choice } = reader
  const { name, ...texts } = page.ticket
  return html`<li>
<div>
<h2>${name(ticket.number)}</h2>
${ticket.subject !== null && html`<p class="subject" dir="auto">${ticket.subject}</p>`}
<p>${stateOfTicket(reader, texts)}</p>
</div>
${follows && (ticketMuted || choice !== 'NONE') && button('ticket', ticketMuted, texts)}
</li>`
}

function stateOfTicket(reader: MailReader, texts: Omit<Language['page']['ticket'], 'name'>): string {
  if (!reader.follows) return texts.left
  if (reader.ticketMuted) return texts.muted
  if (reader.choice === 'NONE') return texts.mutedWithAll
  if (!reader.confirmed) return texts.unconfirmed
  return reader.choice === 'ASSIGNED' ? texts.assigned : texts.on
}

function websiteChoice({ role, brand, choice }: MailReader, { page, name }: Language) {
  const texts = page.all
  const state = {
    ALL: role === 'OPERATOR' ? texts.team : texts.on,
    ASSIGNED: texts.assigned,
    NONE: texts.muted(name(brand.name)),
  }[choice]
  return html`<li>
<div>
<h2>${texts.name}</h2>
<p>${state}</p>
</div>
${button('all', choice === 'NONE', texts)}
${role === 'OPERATOR' && choice !== 'ASSIGNED' && button('unassigned', false, { ...texts, mute: texts.muteUnassigned })}
</li>`
}

function button(what: Muted, muted: boolean, { mute, unmute }: { mute: string; unmute: string }) {
  return html`<form method="post">
<button name="${muted ? 'unmute' : 'mute'}" value="${what}"${muted && html` class="primary"`}>${muted ? unmute : mute}</button>
</form>`
}
