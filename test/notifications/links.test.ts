import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { someone, startOwnEmailing } from '../support/emailing.ts'
import type { Arrived } from '../support/mail-server.ts'
import { load } from '../support/page.ts'

const publicUrl = 'https://help.example.test'
const { company, kindsTo, idle, server, origin, db } = await startOwnEmailing({
  PUBLIC_URL: publicUrl,
  INBOUND_DOMAIN: 'in.example.test',
})

/** An API call that claims to be for another host. */
function callElsewhere(token: string | undefined, query: string, variables: object): Promise<string> {
  const headers = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    forwarded: 'host=evil.example;proto=http',
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
  }
  return new Promise((resolve, reject) => {
    const call = request(`${origin}/graphql`, { method: 'POST', headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve(text))
    })
    call.on('error', reject).end(JSON.stringify({ query, variables }))
  })
}

/** Every web address in an email: in its header, its text and its HTML. */
function addressesIn({ raw, text, html }: Arrived): string[] {
  const all = `${raw.split('\r\n\r\n')[0]} ${text} ${html}`
  const schemas = /^https?:\/\/www\.w3\.org\//
  return [...all.matchAll(/https?:\/\/[^\s"'<>)]+/g)].map(([url]) => url).filter((url) => !schemas.test(url))
}

describe.concurrent('the links of an email', () => {
  test('point to the server’s own address, whatever host was requested', async () => {
    const { customer, ada, websiteId } = await company()
    const [jane, paul] = [someone('jane'), someone('paul')]
    const answer = await callElsewhere(
      (await customer(jane)).token,
      'mutation ($input: OpenTicketInput!) { openTicket(input: $input) { __typename } }',
      { input: { subject: 'Printer', body: 'It is on fire', participants: [paul] } },
    )
    expect(answer).toContain('OpenTicketPayload')
    await idle()
    for (const address of [jane, paul, ada]) {
      const [email] = await server.count(address, 1)
      const urls = addressesIn(email)
      expect(urls.length).toBeGreaterThan(0)
      for (const url of urls)
        expect(url).toMatch(/^https:\/\/(?:help\.example\.test\/(?:mail|console)\/|app\.acme\.com\/$)/)
      expect(email.raw).not.toContain('evil.example')
    }
    const [email] = await server.count(ada, 1)
    expect(email.text).toContain(`\n${publicUrl}/console/${websiteId}/tickets/1\n`)
  })

  test('lead customers to the company’s page, and operators to theirs', async () => {
    const { open, reply, ada, customer, acquaint } = await company({
      ticketUrl: 'https://app.acme.com/help?ticket={id}&n={number}',
      consoleUrl: 'https://desk.acme.com/{number}',
    })
    const [jane, paul] = [someone('jane'), someone('paul')]
    await acquaint(jane, paul)
    const ticketId = await open(jane, { participants: [paul] })
    await idle()
    await reply(ticketId, 'Use the extinguisher')
    await idle()
    const { number } = (
      await (
        await customer(jane)
      ).ask('query ($id: ID!) { ticket(id: $id) { number } }', {
        id: ticketId,
      })
    ).ticket
    for (const address of [jane, paul]) {
      for (const email of server.to(address)) {
        expect(email.text).toContain(`https://app.acme.com/help?ticket=${ticketId}&n=${number}`)
        expect(addressesIn(email).join()).not.toContain('desk.acme.com')
      }
    }
    const [email] = await server.count(ada, 1)
    expect(email.text).toContain(`https://desk.acme.com/${number}`)
    expect(addressesIn(email).join()).not.toContain('app.acme.com')
  })
})

describe.concurrent('a website without a page for tickets', () => {
  /** Opens a customer's frame as a browser does, in this page. */
  async function embed(website: { frameUrl(email: string): string }, email: string, page: string) {
    const url = website.frameUrl(email)
    expect((await load(`${origin}${url.slice(url.indexOf('/tickets/'))}`, { referer: page })).status).toBe(
      200,
    )
  }
  const linkIn = ({ text }: Arrived) => /^https:\/\/(?!help\.)\S+$/m.exec(text ?? '')?.[0]

  test('links to the page that last embedded the customer’s frame, while that is allowed', async () => {
    const made = await company()
    const { key, websiteId, open, reply, acquaint } = made
    await key.run('addAllowedDomain', { domain: '*.acme.org' }, '__typename')
    const [jane, paul] = [someone('jane'), someone('paul')]
    await acquaint(jane, paul)
    await embed(made, jane, 'https://app.acme.com/')
    await embed(made, jane, 'https://eu.acme.org:8443/account?secret=1')
    const ticketId = await open(jane, { participants: [paul] })
    await idle()
    for (const address of [jane, paul])
      expect(linkIn((await server.count(address, 1))[0])).toBe('https://eu.acme.org:8443/')
    await db.allowedDomain.deleteMany({ where: { websiteId, domain: '*.acme.org' } })
    await reply(ticketId, 'From elsewhere')
    expect(await kindsTo(jane)).toEqual(['RECEIVED', 'REPLIED'])
    expect(linkIn(server.to(jane)[1] as Arrived)).toBe('https://app.acme.com/')
  })

  test('links to its first domain for customers who have never visited', async () => {
    const { key } = await company()
    const jane = someone('jane')
    await key.run('openTicket', { subject: 'Order', body: 'It has left', customerEmail: jane }, '__typename')
    await idle()
    expect(linkIn((await server.count(jane, 1))[0])).toBe('https://app.acme.com/')
  })
})

describe.concurrent('a website that only sends links', () => {
  test('reveals nothing that was written', async () => {
    const { open, reply, ada, acquaint } = await company({ emailContent: 'LINK_ONLY' })
    const [jane, paul] = [someone('jane'), someone('paul')]
    await acquaint(jane, paul)
    const ticketId = await open(jane, { participants: [paul] })
    await idle()
    await reply(ticketId, 'It is on fire, indeed')
    expect(await kindsTo(jane)).toContain('REPLIED')
    for (const address of [jane, paul, ada]) {
      for (const { text, html } of server.to(address)) expect(`${text} ${html}`).not.toContain('on fire')
    }
  })
})
