import { createHash } from 'node:crypto'
import type { FirstScreenQuery } from '../client/graphql/operations.ts'
import { appDocument } from '../server/apps/app-document.ts'
import { frameApp } from '../server/apps/frame-app.ts'
import type { Markup } from '../server/http/compress-parts.ts'
import type { Claims } from '../server/identity/session.ts'
import { chooseLanguage } from '../server/languages/choose-language.ts'

const subjects = `Label for order 4821 prints twice
Invoice for October shows the wrong VAT
Parcel has not moved since Tuesday
Webhook signature does not match
Can I change the pickup time for Friday?
Refund for a lost parcel
Two labels for one order
How do I add a second warehouse?
Customs form asks for a code that I do not have
Address of a customer in Finland is refused
Rates differ between checkout and label
The API answers 422 for half of my orders
Printer skips every third label
Return label without a return address
Move our account to another company
Tracking emails arrive in English
Pickup was not made yesterday
Weight limit for parcels to Switzerland
Export of all shipments since January
Password of a former colleague`.split('\n')

const texts =
  `It happens since the update this morning: I print once, and two labels with the same number come out.
Thank you, that was it. I had the sandbox key in the settings of the live shop.
We have asked the carrier and expect an answer by tomorrow noon. I will write as soon as I know more.
Could you please look into this again? The status is the same as last week.
Done. A reply reopens it.`.split('\n')

const hash = (text: string) => createHash('sha256').update(text)
/** A version 7 UUID like those of PostgreSQL and the server: a time, then bits that cannot be compressed. */
function uuid(name: string, time: Date): string {
  const hex = time.getTime().toString(16).padStart(12, '0') + hash(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
const globalId = (type: string, name: string, time = new Date('2026-03-02')) =>
  Buffer.from(`${type}:${uuid(name, time)}`).toString('base64url')

const claims: Claims = {
  kind: 'customer',
  websiteId: uuid('larkpost', new Date('2026-03-02')),
  id: uuid('nadia', new Date('2026-03-02')),
  email: 'nadia@kiln-and-clay.example',
  origin: 'app.larkpost.example',
  secretId: uuid('secret', new Date('2026-03-02')),
  renewUntil: Date.UTC(2026, 10, 29),
  unverified: { nickname: 'Nadia Brandt', locale: 'en', participants: [], ignored: [] },
}

/** A JWT of those claims with a fake signature, which is as long and as hard to compress. */
function token(aud: string, exp: number): string {
  const payload = { ...claims, aud, iat: 1_795_910_400, exp }
  const parts = [{ alg: 'HS256' }, payload].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  return [...parts, hash(aud).digest('base64url')].join('.')
}

const nodes = subjects.map((subject, at) => {
  const createdAt = new Date(Date.UTC(2026, 10, 27 - at * 3, 7 + (at % 11), (at * 17) % 60, at, at * 31))
  const lastActivityAt = new Date(createdAt.getTime() + (at + 1) * 4_567_891)
  return {
    id: globalId('Ticket', subject, createdAt),
    number: 412 - at * 7,
    subject,
    status: (['OPEN', 'PENDING', 'SOLVED', 'SOLVED'] as const)[at % 4] ?? 'OPEN',
    categoryName: ['Labels and shipping', 'Billing', null, 'API and integrations'][at % 4] ?? null,
    preview: texts[at % texts.length] ?? '',
    messageCount: 1 + (at % 5),
    unreadCount: at % 4 === 1 ? 1 : 0,
    createdAt: createdAt.toISOString(),
    lastActivityAt: lastActivityAt.toISOString(),
  }
})

const data: FirstScreenQuery = {
  viewer: {
    __typename: 'Customer',
    id: globalId('Customer', 'nadia'),
    email: 'nadia@kiln-and-clay.example',
    name: 'Nadia Brandt',
  },
  website: {
    id: globalId('Website', 'larkpost'),
    name: 'Larkpost',
    typingEnabled: true,
    medianFirstReplySeconds: 5_400,
    followUpAfterDays: null,
    greeting: 'Hello! Ask us anything about labels, carriers and invoices.',
    officeHours: {
      openPeriods: [1, 2, 3, 4, 5, 8].map((day) => ({
        opensAt: new Date(Date.UTC(2026, 10, 29 + day, 8)).toISOString(),
        closesAt: new Date(Date.UTC(2026, 10, 29 + day, 16)).toISOString(),
      })),
    },
    categories: ['Labels and shipping', 'Billing', 'API and integrations'].map((name) => ({
      id: globalId('Category', name),
      name,
    })),
    faqs: texts.map((answer, at) => ({
      id: globalId('Faq', answer),
      question: subjects[at + 3] ?? '',
      answerHtml: `<p>${answer}</p>`,
    })),
  },
  tickets: {
    changeCursor: Buffer.from(
      JSON.stringify([184_207, uuid('event', new Date('2026-11-27')), 1_795_910_400_000]),
    ).toString('base64url'),
    edges: nodes.map((node) => ({ node })),
    pageInfo: { hasNextPage: false, endCursor: globalId('Ticket', 'end') },
  },
}

/** The parts of the frame's document as served in a language, always with the same 20 tickets. */
export function sampleParts(tag: string): Markup[] {
  const language = chooseLanguage(tag)
  const session = {
    token: token('session', 1_795_911_300),
    expiresAt: new Date('2026-11-28T12:15:00Z'),
    renewalToken: token('renewal', 1_795_953_600),
    renewUntil: new Date('2026-11-29T00:00:00Z'),
  }
  return appDocument({
    title: 'Larkpost',
    locale: language.locale,
    dir: language.direction,
    app: frameApp(language).markup,
    fixedScheme: false,
    boot: {
      session,
      seen: `1796256000000~https://app.larkpost.example~${hash('seen').digest('hex')}`,
      locale: language.locale,
      late: 'https://tickets.larkpost.example/assets/texts-en.DSOsL3MR.json',
      data,
    },
  })
}

export function sampleDocument(tag = 'en'): string {
  return sampleParts(tag)
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('')
}
