import type { EmailMessage, TeamEmail, TemplateKind } from '../../server/emails/data.ts'
import { renderEmail } from '../../server/emails/render.ts'
import { readHtml } from './read-html.ts'
import { samplesOf } from './samples.ts'

/** A message from long ago. */
export const said = (body: string, author = 'Mara'): EmailMessage => ({
  author,
  body,
  kind: 'team',
  createdAt: new Date(0),
})

/** Both parts of an email’s body, as a reader sees them. */
export async function readEmail(
  kind: TemplateKind,
  changes: Partial<TeamEmail>,
  confirmUrl: string | null = null,
) {
  const samples = samplesOf('en', changes)
  const data = { ...samples, INVITED: { ...samples.INVITED, confirmUrl } }[kind]
  const { subject, html, text } = await renderEmail(kind, data, 'en')
  return { subject, html, text, shown: readHtml(html).text }
}
