import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { newEnvironment } from '../support/environment.ts'

const { variables, remove } = await newEnvironment()
Object.assign(process.env, variables, { MAIL_FROM: 'tickets@acme.com' })
const { config } = await import('../../server/config/config.ts')
const { closeTransport, deliver } = await import('../../server/notifications/sending/transport.ts')
const { answerOf } = await import('../../server/notifications/sending/smtp-answer.ts')
afterEach(closeTransport)
afterAll(remove)

const accepted: { email: ParsedMail; secure: boolean; user: unknown }[] = []

/** A mail server with a self-signed certificate, like that of Debian's Postfix. */
async function listen(options: { secure?: boolean; disabledCommands?: string[] }): Promise<number> {
  const server = new SMTPServer({
    ...options,
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: ({ username }, _session, callback) => callback(null, { user: username }),
    onData(stream, { secure, user }, callback) {
      simpleParser(stream).then((email) => {
        accepted.push({ email, secure, user: user || null })
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

let emails = 0
/** Sends an email by the server at `url`. Returns it as received, or what operators read about the failure. */
async function send(url: string, subject = 'Hi') {
  await closeTransport()
  config.smtpUrl = url
  const id = String(++emails)
  const to = { name: '', address: 'jane@example.com' }
  const email = { from: 'tickets@acme.com', to, subject, text: id, date: new Date() }
  try {
    await deliver(email, id)
  } catch (error) {
    return answerOf(error)
  }
  return accepted.find(({ email }) => email.text?.trim() === id)
}

describe('a mail server', () => {
  // 0.0.0.0 reaches this machine, too, but is not one of its known names.
  test.for([
    [`smtp://127.0.0.1:${ports.starttls}`, null],
    [`smtp://me:secret@127.0.0.1:${ports.starttls}`, 'me'],
    [`smtps://127.0.0.1:${ports.tls}`, null],
    [`smtp://0.0.0.0:${ports.starttls}/?tls.rejectUnauthorized=false`, null],
  ])(
    'may have a self-signed certificate on this machine, or where its address allows it: %s',
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
  ])('whose encryption fails is distinguished from one that is down: %s', async ([url, failure]) => {
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
  ])('arrives as written: %s', async (text) => {
    const arrived = await send(`smtp://127.0.0.1:${ports.plain}`, text)
    if (typeof arrived !== 'object') throw new Error(arrived)
    expect(arrived.email.subject).toBe(text)
    for (const { line } of arrived.email.headerLines)
      expect(line.split('\r\n').every(({ length }) => length <= 998)).toBe(true)
  })
})
