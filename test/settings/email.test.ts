import { describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startOwnApp({ MAIL_DELAY_SECONDS: '90' })
const { ticketLink } = await import('../../server/settings/ticket-link.ts')
const fresh = () => createTestWebsite(origin, rootKey)
type Website = Awaited<ReturnType<typeof fresh>>

const fields = 'fromName delaySeconds content ticketUrl consoleUrl accentColor logoUrl'
const selected = `website { settings { email { ${fields} } } }`
const read = async ({ key }: Website) => (await key.ask(`{ ${selected} }`)).website.settings.email
const save = async ({ key }: Website, input: object) =>
  (await key.run('updateEmailSettings', { ...input }, selected)).website.settings.email

const defaults = {
  fromName: null,
  delaySeconds: 90,
  content: 'FULL',
  ticketUrl: null,
  consoleUrl: null,
  accentColor: null,
  logoUrl: null,
}
const chosen = {
  fromName: 'Acme “Support” ✉',
  delaySeconds: 0,
  content: 'LINK_ONLY',
  ticketUrl: 'https://app.acme.com/support?ticket={number}',
  consoleUrl: 'http://localhost:8080/tickets/{id}#{number}',
  accentColor: '#0a5a3c',
  logoUrl: 'https://assets.acme.com/logo.png',
}
const website = await fresh()

describe('email settings', () => {
  test('start with the defaults, including the server’s delay', async () => {
    expect(await read(website)).toEqual(defaults)
  })

  test('change only where a value is given', async () => {
    const website = await fresh()
    expect(await save(website, chosen)).toEqual(chosen)
    const nothing = Object.fromEntries(Object.keys(chosen).map((name) => [name, null]))
    expect(await save(website, {})).toEqual(chosen)
    expect(await save(website, { ...nothing, delaySeconds: 3_600 })).toEqual({
      ...chosen,
      delaySeconds: 3_600,
    })
    expect(await read(website)).toEqual({ ...chosen, delaySeconds: 3_600 })
  })

  test('return to the default with an empty text', async () => {
    const website = await fresh()
    await save(website, chosen)
    const empty = { fromName: ' ', ticketUrl: '', consoleUrl: '', accentColor: '', logoUrl: '' }
    expect(await save(website, empty)).toEqual({ ...defaults, delaySeconds: 0, content: 'LINK_ONLY' })
  })

  test('are audited when they change', async () => {
    const website = await fresh()
    const admin = await website.operator()
    await admin.run('updateEmailSettings', { content: 'EXCERPT', accentColor: '#0A5A3C' }, '__typename')
    const entry = 'action actor { ... on Operator { name } } details { name value }'
    const log = await admin.ask(
      `{ website { settings { auditEvents(first: 1) { edges { node { ${entry} } } } } } }`,
    )
    expect(log.website.settings.auditEvents.edges[0].node).toEqual({
      action: 'updateEmailSettings',
      actor: { name: 'Ada' },
      details: [
        { name: 'content', value: 'EXCERPT' },
        { name: 'accentColor', value: '#0a5a3c' },
      ],
    })
  })
})

const braces = 'Braces are only for {number} and {id}'
const placeholder = 'Put {number} or {id} in place of the ticket’s number or id'
const incomplete = 'Give a complete address, such as https://app.acme.com/support'
const insecure = 'The address must start with https://'
const credentials = 'The address cannot contain a user name or password'
const host = 'The host must be the same for every ticket: put the placeholder after it'
const oneLine = 'The sender’s name must be one line without control characters'
const delay = 'The delay is a whole number of seconds, 0 to 3,600'
const color = 'Give a color such as #1d5bd6'

const refused: [field: string, value: string | number, message: string][] = [
  ['fromName', 'Acme\r\nBcc: eve@evil.example', oneLine],
  ['fromName', 'Acme\nBcc: eve@evil.example', oneLine],
  ['fromName', 'Acme\u0085Support', oneLine],
  ['fromName', 'Acme\u2028Support', oneLine],
  ['fromName', 'Acme\u001b[2J', oneLine],
  ['fromName', 'A'.repeat(101), 'The sender’s name can have at most 100 characters'],
  ['delaySeconds', -1, delay],
  ['delaySeconds', 3_601, delay],
  ['ticketUrl', 'https://app.acme.com/support', placeholder],
  ['ticketUrl', 'https://app.acme.com/{Number}', braces],
  ['ticketUrl', 'https://app.acme.com/{number}/{email}', braces],
  ['ticketUrl', 'https://app.acme.com/{{number}}', braces],
  ['ticketUrl', 'https://app.acme.com/{number}/}', braces],
  ['ticketUrl', 'app.acme.com/{number}', incomplete],
  ['ticketUrl', '/support/{number}', incomplete],
  ['ticketUrl', '//app.acme.com/{number}', incomplete],
  ['ticketUrl', 'https:app.acme.com/{number}', incomplete],
  ['ticketUrl', 'javascript:alert({number})', incomplete],
  ['ticketUrl', 'data:text/html,{number}', incomplete],
  ['ticketUrl', 'ftp://app.acme.com/{number}', incomplete],
  ['ticketUrl', 'https://app.acme.com/my tickets/{number}', incomplete],
  ['ticketUrl', 'https://app.acme.com/\r\nBcc:eve@evil.example/{number}', incomplete],
  ['ticketUrl', 'https://app.acme.com:99999/{number}', incomplete],
  ['ticketUrl', 'http://app.acme.com/{number}', insecure],
  ['ticketUrl', 'http://localhost.acme.com/{number}', insecure],
  ['ticketUrl', 'https://ada:secret@app.acme.com/{number}', credentials],
  ['ticketUrl', 'https://{id}@app.acme.com/', credentials],
  ['ticketUrl', 'https://app.acme.com{number}/', host],
  ['ticketUrl', 'https://t{number}.acme.com/', host],
  ['ticketUrl', 'https://app.acme.com:{number}/', host],
  ['ticketUrl', `https://a.com/{id}${'x'.repeat(1_983)}`, 'An address can have at most 2,000 characters'],
  ['consoleUrl', 'https://desk.acme.com/', placeholder],
  ['consoleUrl', 'http://desk.acme.com/{id}', insecure],
  ['accentColor', 'red', color],
  ['accentColor', '#fff', color],
  ['accentColor', '#1d5bd6;background:url(https://evil.example)', color],
  ['logoUrl', 'logo.png', incomplete],
  ['logoUrl', 'http://assets.acme.com/logo.png', insecure],
  ['logoUrl', 'http://localhost/logo.png', insecure],
  ['logoUrl', 'data:image/png;base64,AAAA', incomplete],
  ['logoUrl', 'https://ada:secret@assets.acme.com/logo.png', credentials],
  ['logoUrl', `https://a.com/${'x'.repeat(1_987)}`, 'An address can have at most 2,000 characters'],
]

describe('an invalid value is refused, explained, and changes nothing:', () => {
  test.for(refused)('%s %j', async ([field, value, message]) => {
    const answer = await website.key.attempt('updateEmailSettings', { content: 'EXCERPT', [field]: value })
    expect(answer).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: ['input', field], message }],
    })
    expect(await read(website)).toEqual(defaults)
  })
})

describe('a valid value is accepted:', () => {
  test.for([
    ['ticketUrl', `https://a.com/{id}${'x'.repeat(1_982)}`],
    ['ticketUrl', 'https://app.acme.com:8443/#/tickets/{number}'],
    ['ticketUrl', 'http://127.0.0.1:3000/?t={id}'],
    ['consoleUrl', 'http://[::1]:3000/{number}'],
    ['logoUrl', 'https://assets.acme.com/logo.png?size={2}'],
    ['fromName', 'Ж'.repeat(100)],
  ])('%s %s', async ([field = '', value]) => {
    expect(await save(await fresh(), { [field]: value })).toMatchObject({ [field]: value })
  })
})

test('a ticket’s link contains its number and id, encoded', () => {
  const link = (template: string, id = 'VGk_-1') => ticketLink(template, { number: 41, id })
  expect(link('https://app.acme.com/support?ticket={number}')).toBe('https://app.acme.com/support?ticket=41')
  expect(link('https://app.acme.com/{id}/{number}/{id}')).toBe('https://app.acme.com/VGk_-1/41/VGk_-1')
  expect(link('https://app.acme.com/#{id}', '../&?"$&')).toBe('https://app.acme.com/#..%2F%26%3F%22%24%26')
})
