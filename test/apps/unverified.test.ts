import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { bootOf, load, newAddress } from '../support/page.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const { websiteId } = website

let visitors = 0
/** Opens the document as a new customer with these arguments; returns the page and the stored customer. */
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
    ['zh_Hant_TW', 'zh-Hant-TW'],
    ['sr_Latn_RS', 'sr-Latn-RS'],
    ['sr_RS@latin', 'sr-Latn-RS'],
    ['pt_BR.UTF-8', 'pt-BR'],
    ['de_DE@euro', 'de-DE'],
    ['iw', 'he'],
    ['POSIX', null],
    ['C.UTF-8', null],
    ['und', null],
    ['../../x', null],
    ['__proto__', null],
    ['constructor', null],
    ['<script>', null],
    ['en;q=1', null],
    ['null', null],
    ['x'.repeat(36), null],
    ['', null],
  ] as const)('given as “%s” is stored as %s', async ([given, expected]) => {
    const { page, kept } = await visit({ locale: given })
    expect(page.status).toBe(200)
    expect(kept?.locale).toBe(expected)
    expect(page.body).toMatch(/^<!doctype html>\n<html lang="[a-zA-Z-]{2,35}" dir="(ltr|rtl)">/)
  })
})

describe('a nickname', () => {
  test.for([
    ['Jane', 'Jane'],
    ['  Jane \u00a0 Doe  ', 'Jane Doe'],
    ['J\u202ea\u200bne', 'Jane'],
    ['Jane\nDoe\r\n', 'Jane Doe'],
    ['Jane\tDoe', 'Jane Doe'],
    ['Jane\0', 'Jane'],
    ['Jane \u0092s', 'Jane s'],
    ['\u001b[31mJane', '[31mJane'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['ශ්\u200dරී', 'ශ්\u200dරී'],
    ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
    [
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    ],
    [`${'x'.repeat(95)}👨\u200d👩\u200d👧`, 'x'.repeat(95)],
    [`Z${'\u0300'.repeat(300)}`, `Z${'\u0300'.repeat(99)}`],
    ['x'.repeat(5_000), 'x'.repeat(100)],
    ['\u200b\u3164\u200d\u2800', null],
    ['Zoë 🦊 O’Hara', 'Zoë 🦊 O’Hara'],
    ['x'.repeat(101), 'x'.repeat(100)],
    [`x${'🦊'.repeat(50)}`, `x${'🦊'.repeat(49)}`],
    ['__proto__', '__proto__'],
    ['<b>Jane</b>', '<b>Jane</b>'],
    ['   ', null],
    ['', null],
  ] as const)('given as %j is stored as one line of text, by document and API', async ([given, expected]) => {
    const { page, kept } = await visit({ nickname: given })
    expect([page.status, kept?.nickname]).toEqual([200, expected])
    const email = `opener${visitors}@example.com`
    await website.openSession(email, { nickname: given })
    expect(await db.customer.findFirst({ where: { email } })).toMatchObject({ nickname: expected })
  })

  test.for([
    '</script><script>alert(1)</script>',
    '</template><script>alert(1)</script>',
    '<!--<script>',
    '&lt;/template&gt; &amp;',
    '"><img src=x onerror=alert(1)>',
    '\u2028</title>',
  ])('cannot break out of the data in the document: %s', async (nickname) => {
    const { page } = await visit({ nickname })
    const [data = ''] = /(?<=id="boot">).*?(?=<\/template>)/s.exec(page.body) ?? []
    expect(data).not.toContain('<')
    expect(JSON.stringify(JSON.parse(data).data.viewer)).toContain(
      JSON.stringify(nickname.replace('\u2028', '').trim()).slice(1, -1),
    )
    expect(page.body.replace(data, '')).not.toContain('alert(1)')
  })

  test('does not change who is signed in', async () => {
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

describe('malformed unsigned arguments', () => {
  test.for([
    'nickname=A&nickname=B',
    'nickname[]=A',
    `nickname=${'x'.repeat(5_000)}`,
    'nickname=%E0%A4%A',
    'locale=de%0A&locale=fr',
    'locale[]=de',
    `ticket=${'4'.repeat(5_000)}`,
    'ticket=1&ticket=2',
    'seen=1&seen=2',
    `participants=${'a@x.io,'.repeat(800)}`,
    'participants%5B0%5D=a%40x.io&participants%5B1%5D=b',
    'participants=a%0Ab%00',
  ])('never cause a refusal: %s', async (query) => {
    visitors += 1
    const url = `${website.frameUrl(`visitor${visitors}@example.com`)}&${query}`
    expect(await load(url, { referer: `${dashboard}/`, ...newAddress() })).toMatchObject({ status: 200 })
  })

  test('never make openSession fail either', async () => {
    const nickname = 'Jane\0\n'.repeat(1_000)
    const participants = ['\0', ...Array.from({ length: 500 }, () => 'x'.repeat(300))]
    await website.openSession('loud@example.com', { nickname, locale: 'de\0', participants })
    const kept = await db.customer.findFirst({ where: { email: 'loud@example.com' } })
    expect(kept).toMatchObject({ nickname: expect.stringMatching(/^Jane( Jane)+$/), locale: 'de' })
  })
})

describe('unknown arguments', () => {
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
    'that name the ticket to open first, “%s”, are passed on as text',
    async (ticket) => {
      expect(bootOf((await visit({ ticket })).page).ticket).toBe(ticket)
    },
  )
})
