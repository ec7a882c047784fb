import type { Language } from '../choose-locale.ts'
import type { WebhookDisabledEmail } from '../data.ts'
import type { Letter } from '../letter.ts'
import { ownAddress } from '../web-address.ts'

/** To an administrator, about a webhook endpoint that the server disabled. */
export function webhookDisabled(data: WebhookDisabledEmail, language: Language): Letter {
  const { text, name } = language
  const host = name(data.host)
  const reason = data.reason === 'GONE' ? text('webhook.gone', { host }) : text('webhook.failed', { host })
  return {
    brand: data.brand,
    subject: text('webhook.subject', { company: data.brand.name }),
    gist: reason,
    heading: text('webhook.subject', { company: name(data.brand.name) }),
    ticket: null,
    paragraphs: [reason, text('webhook.next')],
    facts: [],
    messages: { omitted: 0, shown: [] },
    way: { text: null, button: { label: text('webhook.button'), url: ownAddress(data.url) } },
    footer: {
      lines: [text('footer.team', { company: name(data.brand.name) }), text('footer.unanswerable')],
      mute: null,
    },
  }
}
