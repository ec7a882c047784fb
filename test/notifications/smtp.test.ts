import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { newEnvironment } from '../support/environment.ts'

const { variables, remove } = await newEnvironment()
Object.assign(process.env, variables, { MAIL_FROM: 'tickets@acme.com' })
const { config } = await import('../../server/config.ts')
const { closeTransport, deliver } = await import('../../server/notifications/transport.ts')
const { answerOf } = await import('../../server/notifications/smtp-answer.ts')
afterEach(closeTransport)
afterAll(remove)

const taken: { mail: ParsedMail; secure: boolean; user: unknown }[] = []

/** A mail server whose certificate nobody signed, as smtp-server brings it and as Debian's Postfix makes one. */
async function listen(options: { secure?: boolean; disabledCommands?: string[] }): Promise<number> {
  const server = new SMTPServer({
    ...options,
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: ({ username }, _session, callback) => callback(null, { user: username }),
    onData(stream, { secure, user }, callback) {
      simpleParser(stream).then((mail) => {
        taken.push({ mail, secure, user: user || null })
        callback()
      }, callback)
    },
  })
  server.on('error', () => {})
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.server.address() as AddressInfo).port
}
const ports = {
  starttls: await listen({}),
  tls: await listen({ secure: true }),
  plain: await listen({ disabledCommands: ['STARTTLS'] }),
}

let mails = 0
/** Sends a mail by way of `url`; gives how the server got it, or what operators read of its failure. */
async function send(url: string, subject = 'Hi') {
  closeTransport()
  config.smtpUrl = url
  const id = String(++mails)
  const to = { name: '', address: 'jane@example.com' }
  const mail = { from: 'tickets@acme.com', to, subject, text: id, date: new Date() }
  try {
    await deliver(mail, id)
  } catch (error) {
    return answerOf(error)
  }
  return taken.find(({ mail }) => mail.text?.trim() === id)
}

describe('a mail server', () => {
  // 0.0.0.0 leads to this machine as well, but it is not known for it.
  test.for([
    [`smtp://127.0.0.1:${ports.starttls}`, null],
    [`smtp://me:secret@127.0.0.1:${ports.starttls}`, 'me'],
    [`smtps://127.0.0.1:${ports.tls}`, null],
    [`smtp://0.0.0.0:${ports.starttls}/?tls.rejectUnauthorized=false`, null],
  ])(
    'may have a certificate of its own making on this machine, or where the URL says so: %s',
    async ([url, user]) => {
      expect(await send(String(url))).toMatchObject({ secure: true, user })
    },
  )

  test.for([
    [`smtp://0.0.0.0:${ports.starttls}`, 'The certificate of the mail server is not trusted'],
    [`smtps://0.0.0.0:${ports.tls}`, 'The certificate of the mail server is not trusted'],
    [`smtps://127.0.0.1:${ports.plain}`, 'The connection to the mail server could not be encrypted'],
    [`smtp://me:secret@0.0.0.0:${ports.plain}`, 'The connection to the mail server could not be encrypted'],
    ['smtp://127.0.0.1:1', 'The mail server could not be reached'],
  ])('whose encryption fails is told apart from one that is away: %s', async ([url, failure]) => {
    expect(await send(String(url))).toBe(failure)
    expect(await send(`smtp://127.0.0.1:${ports.plain}`)).toMatchObject({ secure: false })
  })
})

describe('a subject that looks encoded', () => {
  test.for([
    'a =?utf-8?Q?b?= c',
    '=?UTF-8?B?aGlkZGVu?=',
    '=?iso-8859-1?q?=0D=0ABcc:_x@evil.test?=',
    'é =?utf-8?Q?b?= ü',
    `=?utf-8?q?${'x'.repeat(60)}?= ${'long '.repeat(25)}`.trim(),
    '=?utf-8?Q?=3D=3Futf-8=3FQ=3Fb=3F=3D?=',
    '=? ?=',
    '"quoted" =?utf-8?Q?b?=',
  ])('arrives as it was written: %s', async (text) => {
    const arrived = await send(`smtp://127.0.0.1:${ports.plain}`, text)
    if (typeof arrived !== 'object') throw new Error(arrived)
    expect(arrived.mail.subject).toBe(text)
    for (const { line } of arrived.mail.headerLines)
      expect(line.split('\r\n').every(({ length }) => length <= 998)).toBe(true)
  })
})
