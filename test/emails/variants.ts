import type { EmailMessage, TeamEmail, TemplateData, TemplateKind } from '../../server/emails/data.ts'
import { answer, brand, question, samplesOf, ticketKinds } from './samples.ts'

/** An email with all its data. */
export type Sample = {
  [Kind in TemplateKind]: { name: string; kind: Kind; data: TemplateData[Kind]; locale: string }
}[TemplateKind]

/** Names with which a visitor could try to break out of an email. */
export const hostile = [
  '</mj-text><mj-image src=https://evil.example/x.png/><mj-text>',
  '<mj-include path="/etc/passwd" />{{constructor}}<mj-raw><img src=https://evil.example/y.png></mj-raw>',
  '"><a href="https://evil.example" onmouseover="alert(1)">click</a><!--[if mso | IE]><![endif]--> ]]>',
]
const [first, second, third] = hostile as [string, string, string]

const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
const markdown = `Here is **how it goes**:

1. Open [your shipments](https://kiln-and-clay.example/shipments?filter=open&sort=date)
2. Choose the label, then *Cancel*
   - it says \`CANCELED\` at once
   - the money takes longer

> Will I get the money back?

Yes.

\`\`\`
curl https://api.kiln-and-clay.example/v1/labels/9f0c41d2-7d0e-4a51-b0f5-1d6c7e3f9a11 --header 'Authorization: Bearer …'
\`\`\`

https://kiln-and-clay.example/a/very/long/address/${'that-does-not-want-to-end-'.repeat(6)}`

const at = (minute: number) => new Date(Date.UTC(2026, 2, 3, 15, minute))
const said = (author: string, body: string, minute = 0): EmailMessage => ({
  author,
  body,
  kind: 'team',
  createdAt: at(minute),
})

function variant<Kind extends TemplateKind>(
  name: string,
  kind: Kind,
  changes: Partial<TeamEmail>,
  locale = 'en',
): Sample {
  return { name, kind, data: samplesOf(locale, changes)[kind], locale } as Sample
}

const loud = { ...brand, accentColor: '#ffd400', logoUrl: 'https://kiln-and-clay.example/logo.png' }

/** Emails about unusual people, companies and texts. */
export const variants: Sample[] = [
  variant('A logo and a loud color', 'REPLIED', { brand: loud }),
  variant('A logo and a loud color', 'TEST', { brand: loud }),
  variant('Black as accent', 'REPLIED', { brand: { ...brand, accentColor: '#000000' } }),
  variant('White as accent', 'REPLIED', { brand: { ...brand, accentColor: '#ffffff' } }),
  variant('All of Markdown', 'REPLIED', { messages: [said('Mara Lindqvist', markdown)] }),
  variant('Several messages', 'REPLIED', {
    messages: [
      answer(),
      said('Mara Lindqvist', 'One more thing: keep the first label.', 2),
      said('Ola', 'Done!', 5),
    ],
  }),
  variant('More messages than fit', 'REPLIED', {
    messages: Array.from({ length: 15 }, (_, index) =>
      said(index % 2 ? 'Ola' : 'Mara Lindqvist', `Message ${index + 1} of 15.`, index),
    ),
  }),
  variant('Excerpt', 'REPLIED', {
    content: 'EXCERPT',
    messages: [said('Mara Lindqvist', `${answer().body}\n\n${markdown}`)],
  }),
  ...ticketKinds
    .filter((kind) => kind !== 'INVITED')
    .map((kind) => variant('Link only', kind, { content: 'LINK_ONLY' })),
  variant('No page to link to', 'REPLIED', { url: null }),
  variant('No page to link to, no reply by email', 'REPLIED', { url: null, answerable: false }),
  variant('No reply by email', 'RECEIVED', { answerable: false }),
  variant('Nothing new with it', 'SOLVED', { messages: [] }),
  {
    name: 'Known already',
    kind: 'INVITED',
    locale: 'en',
    data: { ...samplesOf('en', { messages: [question(), answer()] }).INVITED, confirmUrl: null },
  },
  variant('Long', 'TEAM_REPLIED', {
    ticket: { number: 1_234_567, subject: `${longWord} `.repeat(3).slice(0, 200) },
    customer: { name: longWord, email: `${'a'.repeat(60)}@${'b'.repeat(60)}.example` },
    categoryName: 'Questions about invoices, refunds and everything else that has to do with money',
    messages: [said(longWord.repeat(2).slice(0, 100), `${longWord.repeat(12)}\n\n${question().body}`)],
  }),
  variant('Hostile', 'TEAM_REPLIED', {
    brand: { name: first, accentColor: 'red;}</style>', logoUrl: 'javascript:alert(1)' },
    ticket: { number: 41, subject: second },
    customer: { name: third, email: 'nadia@berg.example' },
    categoryName: first,
    messages: [said(first, `${first}\n\n${second}`), said(third, third)],
    url: 'https://kiln-and-clay.example/?a="><img src=x>&b=\'',
  }),
  variant('Arabic in an English email', 'REPLIED', {
    ticket: samplesOf('ar').REPLIED.ticket,
    messages: [{ ...answer('ar'), author: 'مارا' }],
  }),
  variant(
    'English in an Arabic email',
    'REPLIED',
    { ticket: samplesOf().REPLIED.ticket, messages: [answer(), said('Ola', markdown)] },
    'ar',
  ),
]
