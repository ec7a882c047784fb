import type { Email, EmailKind, MailData } from './data.ts'

/** For now. */
export async function renderEmail<Kind extends EmailKind>(
  kind: Kind,
  data: MailData[Kind],
  _locale: string,
): Promise<Email> {
  if (!('ticket' in data)) return { subject: kind, html: kind, text: kind }
  const { subject, number } = data.ticket
  const text = `${kind}\n${data.messages.map((m) => `${m.author}: ${m.body}`).join('\n')}\n${data.url}\n${data.muteUrl}`
  return { subject: `${subject} (#${number})`, html: `<pre>${text}</pre>`, text }
}
