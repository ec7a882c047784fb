import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { consoleOf } from '../support/console.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey, mailServer } = await startApp()
// Other files’ emails are in the same mailbox.
const address = 'olaf.locale@acme.com'
const operators = [{ name: 'Olaf', email: address, role: 'ADMIN' }]
const website = await createTestWebsite(origin, rootKey, { operators })
const { session, signIn } = consoleOf(website, address)

/** The language that a browser with these languages shows to Olaf. */
async function languageIn(accepted: string) {
  const answer = await session('POST', await signIn(), { 'accept-language': accepted })
  return JSON.parse(answer.body).language
}

describe('an operator’s language', () => {
  test('is the browser’s until they choose one, in the console and in emails', async () => {
    const olaf = await website.operator(address)
    expect(await languageIn('fr-CA')).toEqual({ locale: 'fr-CA', tag: 'fr' })
    const choose = (locale: string | null) => olaf.run('setLocale', { locale }, 'operator { email locale }')
    expect(await choose('PT_br')).toMatchObject({ operator: { email: address, locale: 'pt-BR' } })
    expect(await languageIn('fr-CA')).toEqual({ locale: 'pt-BR', tag: 'pt-BR' })
    expect(await olaf.ask('{ viewer { ... on Operator { locale } } }')).toEqual({
      viewer: { locale: 'pt-BR' },
    })

    const { websiteId } = website
    await website.key.run('requestSignInLink', { websiteId, email: address }, '__typename')
    const subjects = () =>
      mailServer.emails.filter(({ recipients }) => recipients.includes(address)).map(({ subject }) => subject)
    await expect.poll(subjects).toEqual([expect.stringContaining('Seu link de acesso')])

    await choose('nl')
    expect(await languageIn('fr-CA'), 'which the console does not speak').toEqual({
      locale: 'fr-CA',
      tag: 'fr',
    })
    await choose(null)
    expect(await languageIn('hu')).toEqual({ locale: 'en', tag: 'en' })
  })

  test('is refused unless it is a language tag, and hidden from customers', async () => {
    const olaf = await website.operator(address)
    expect(await olaf.attempt('setLocale', { locale: 'x'.repeat(40) })).toMatchObject({
      issues: [{ path: ['input', 'locale'] }],
    })
    await olaf.run('setLocale', { locale: 'fr' }, '__typename')
    const customer = await website.customer('jane@example.com')
    const { ticket } = await customer.run('openTicket', { subject: 'S', body: 'B' }, 'ticket { id }')
    await olaf.run('reply', { ticketId: ticket.id, body: 'Here' }, '__typename')
    const messages = 'messages(last: 1) { edges { node { author { ... on Operator { locale } } } } }'
    const answer = await customer.ask(`query ($id: ID!) { ticket(id: $id) { ${messages} } }`, {
      id: ticket.id,
    })
    expect(answer.ticket.messages.edges[0].node.author).toEqual({ locale: null })
  })
})
