import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { bootOf, load, newAddress } from '../support/page.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp({ TRUST_PROXY: '127.0.0.1,::1' })
const { db } = await import('../../server/db.ts')
const website = await createTestWebsite(origin, rootKey)
const { websiteId } = website

let visitors = 0
/** Opens the document as somebody new who says this of themselves; gives the page and what is kept of them. */
async function visit(said: Record<string, string>) {
  visitors += 1
  const email = `visitor${visitors}@example.com`
  const page = await load(website.frameUrl(email, said), { referer: `${dashboard}/`, ...newAddress() })
  const kept = await db.customer.findFirst({
    where: { websiteId, email },
    select: { nickname: true, locale: true },
  })
  return { email, page, kept }
}

describe('a language', () => {
  test.for([
    ['fr', 'fr'],
    ['PT-br', 'pt-BR'],
    ['de_AT', 'de-AT'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['../../x', null],
    ['__proto__', null],
    ['constructor', null],
    ['<script>', null],
    ['en;q=1', null],
    ['null', null],
    ['x'.repeat(36), null],
    ['', null],
  ] as const)('given as “%s” is kept as %s', async ([given, expected]) => {
    const { page, kept } = await visit({ locale: given })
    expect(page.status).toBe(200)
    expect(kept?.locale).toBe(expected)
    expect(page.body).toMatch(/^<!doctype html>\n<html lang="[a-zA-Z-]{2,35}">/)
  })
})

describe('a nickname', () => {
  test.for([
    ['Jane', 'Jane'],
    ['  Jane \u00a0 Doe  ', 'Jane Doe'],
    ['J\u202ea\u200bne', 'J a ne'],
    ['Zoë 🦊 O’Hara', 'Zoë 🦊 O’Hara'],
    ['x'.repeat(101), 'x'.repeat(100)],
    [`x${'🦊'.repeat(50)}`, `x${'🦊'.repeat(49)}`],
    ['__proto__', '__proto__'],
    ['<b>Jane</b>', '<b>Jane</b>'],
    ['   ', null],
    ['', null],
  ] as const)('given as “%s” is kept as one line of text', async ([given, expected]) => {
    expect((await visit({ nickname: given })).kept?.nickname).toBe(expected)
  })

  test.for(['Jane\nDoe', 'Jane\0', 'Jane\r\nBcc: a@b.c', '\u001b[31mJane'])(
    'with control characters is malformed: %j',
    async (nickname) => {
      const { page, kept } = await visit({ nickname })
      expect([page.status, kept]).toEqual([400, null])
    },
  )

  test.for([
    '</script><script>alert(1)</script>',
    '</template><script>alert(1)</script>',
    '<!--<script>',
    '&lt;/template&gt; &amp;',
    '"><img src=x onerror=alert(1)>',
    '\u2028</title>',
  ])('cannot leave the data that it stands in: %s', async (nickname) => {
    const { page } = await visit({ nickname })
    const [data = ''] = /(?<=id="boot">).*?(?=<\/template>)/s.exec(page.body) ?? []
    expect(data).not.toContain('<')
    const names = Object.values(JSON.parse(data).data as Record<string, { data: string }>).map((result) =>
      JSON.parse(result.data),
    )
    expect(JSON.stringify(names)).toContain(
      JSON.stringify(nickname.replace('\u2028', '').trim()).slice(1, -1),
    )
    expect(page.body.replace(data, '')).not.toContain('alert(1)')
  })

  test('makes nobody else of the one who bears it', async () => {
    const operator = await website.operator()
    const { email, page } = await visit({ nickname: 'Ada' })
    const customer = apiClient(origin, bootOf(page).session.token)
    const opened = await customer.run(
      'openTicket',
      { subject: 'Hi', body: 'Hi' },
      'ticket { id lastMessage { author { __typename } via } }',
    )
    expect(opened.ticket.lastMessage).toEqual({ author: { __typename: 'Customer' }, via: 'TICKET_CENTER' })
    const { viewer } = await customer.ask('{ viewer { __typename ... on Customer { email nickname } } }')
    expect(viewer).toEqual({ __typename: 'Customer', email, nickname: 'Ada' })
    const { ticket } = await operator.ask(
      'query ($id: ID!) { ticket(id: $id) { customer { email name } } }',
      opened.ticket,
    )
    expect(ticket.customer).toEqual({ email, name: 'Ada' })
  })
})

describe('arguments that nobody knows', () => {
  test('change nothing', async () => {
    const { page, kept } = await visit({
      role: 'ADMIN',
      kind: 'operator',
      __proto__x: '1',
      'constructor[prototype]': '1',
      verified: 'true',
    })
    expect([page.status, kept]).toEqual([200, { nickname: null, locale: null }])
    expect(await apiClient(origin, bootOf(page).session.token).ask('{ viewer { __typename } }')).toEqual({
      viewer: { __typename: 'Customer' },
    })
  })

  test.for(['42', 'nonsense', '<script>', '__proto__'])(
    'as the ticket to open first, “%s”, are passed on as text',
    async (ticket) => {
      expect(bootOf((await visit({ ticket })).page).ticket).toBe(ticket)
    },
  )
})
