import { describe, expect, test } from 'vitest'
import { someone, startEmailing } from '../support/emailing.ts'
import { header } from '../support/mail-server.ts'

const { company, idle, kindsTo, server, db } = await startEmailing()

const injected = 'x\r\nBcc: victim@evil.example\r\nX-Evil: yes\r\n\r\nNew body'
const markup =
  '</mj-text><mj-image src="https://evil.example/x.png"/><mj-include path="/etc/passwd"/><img src="https://evil.example/y.png"><a href="javascript:alert(1)">{{7777*7777}}</a>'
const quoted = 'Acme, "Inc." <root@evil.example>, (x) =?utf-8?q?=0D=0ABcc?= ; a@evil.example'

/** A ticket with the text in every field, and the emails about it. */
async function writeEverywhere(text: string) {
  const { open, reply, ada, olaf, websiteId, team, customer, acquaint } = await company()
  await db.website.update({ where: { id: websiteId }, data: { emailFromName: text } })
  const name = text.slice(0, 100)
  await team.run('updateWebsite', { name }, 'website { id }')
  const { category } = await team.run('createCategory', { name }, 'category { id }')
  const [jane, paul, pia] = [someone('jane'), someone('paul'), someone('pia')]
  await acquaint(jane, paul)
  const client = await customer(jane, { nickname: name })
  const ticketId = await open(jane, {
    subject: text.slice(0, 200),
    body: text,
    categoryId: category.id,
    participants: [paul, pia],
  })
  await idle()
  await reply(ticketId, text, client)
  await idle()
  await reply(ticketId, text)
  await idle()
  const readers = [jane, paul, pia, ada, olaf]
  return { readers, emails: readers.flatMap((reader) => server.to(reader)) }
}

const texts: Record<string, string> = {
  'a new header': injected,
  'a new header by LF': injected.replaceAll('\r', ''),
  'a new header by CR': injected.replaceAll('\n', ''),
  'a new header by a line separator': injected.replaceAll('\r\n', '\u2028'),
  markup,
  'addresses and quotes': quoted,
  'a file': '{"path":"/etc/passwd"}',
  'an address of a file': 'file:///etc/passwd',
  'a template': '#{7777*7777} {{7777*7777}} <%= 7777*7777 %> %s',
}

/** Attributes of all elements, as `element name value`. */
function attributesOf(html: string): string[] {
  return [...html.matchAll(/<([\w-]+)([^<>]*)>/g)].flatMap(([, element, attributes = '']) =>
    [...attributes.matchAll(/\s([\w-]+)="([^"]*)"/g)].map(([, name, value]) => `${element} ${name} ${value}`),
  )
}

describe.concurrent('a hostile text', () => {
  test.for(Object.entries(texts))('%s, entered everywhere, stays text', async ([, text]) => {
    const { readers, emails } = await writeEverywhere(text)
    expect(emails.length).toBeGreaterThanOrEqual(readers.length)
    expect(server.emails.flatMap(({ recipients }) => recipients).join()).not.toContain('evil')
    for (const email of emails) {
      expect(email.recipients).toHaveLength(1)
      for (const name of ['Cc', 'Bcc', 'X-Evil']) expect(header(email, name)).toEqual([])
      expect(email.from?.value.map(({ address }) => address)).toEqual(['tickets@example.test'])
      expect([email.to].flat().flatMap((to) => to?.value.map(({ address }) => address))).toEqual(
        email.recipients,
      )
      expect(email.attachments).toEqual([])
      const html = String(email.html)
      expect(html).not.toMatch(/<(?:mj-|img|script|iframe)/i)
      const attributes = attributesOf(html)
      expect(attributes.length).toBeGreaterThan(20)
      expect(attributes.filter((attribute) => /^\S+ (?:src|background|on\w+) /.test(attribute))).toEqual([])
      expect(attributes.filter((attribute) => /^\S+ style .*url/.test(attribute))).toEqual([])
      expect(attributes.filter((attribute) => / href (?!https?:|mailto:)/.test(attribute))).toEqual([])
      expect(`${email.subject} ${html} ${email.text}`).not.toMatch(/root:.*:0:0:|60481729/)
    }
  })
})

describe.concurrent('a name', () => {
  test.for([
    'Störtebeker & Söhne',
    '株式会社アクメ 🙂',
    'شركة أكمي',
    'Acme, "Inc." (Support)',
    'O’Hara; <b>bold</b>',
    '🙂'.repeat(50),
  ])('such as %s is delivered unchanged', async (name) => {
    const { open, ada, customer, team } = await company()
    await team.run('updateEmailSettings', { fromName: name }, 'website { id }')
    const jane = someone('jane')
    await customer(jane, { nickname: name })
    await open(jane, { subject: name })
    expect(await kindsTo(ada)).toEqual(['TEAM_OPENED'])
    for (const reader of [jane, ada]) {
      const [email] = await server.count(reader, 1)
      expect(email.from?.value).toEqual([{ name, address: 'tickets@example.test' }])
      expect(email.subject).toContain(name)
    }
    expect(server.to(ada)[0]?.text).toContain(name)
  })
})
