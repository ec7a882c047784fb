import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config/config.ts'

type Environment = Record<string, string | undefined>

const key = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0'
const database = { DATABASE_URL: 'postgresql://app@db.internal:5432/tickets', SERVER_KEY: key }

const folder = mkdtempSync(join(tmpdir(), 'ticket-center-secrets-'))
afterAll(() => rmSync(folder, { recursive: true }))
const secretNames = [
  'DATABASE_URL',
  'SERVER_KEY',
  'ROOT_KEY',
  'SMTP_URL',
  'SCAN_URL',
  'INBOUND_SECRET',
  'METRICS_TOKEN',
]
const values: Environment = {
  DATABASE_URL: database.DATABASE_URL,
  SMTP_URL: 'smtp://localhost',
  SCAN_URL: 'http://localhost',
}

/** Path of a file with a secret as a platform mounts it. */
function fileOf(name: string, text = `${values[name] ?? key}\n`): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('the configuration', () => {
  test('works without any variables', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      publicUrl: undefined,
      dataDir: 'data',
      databaseUrl: undefined,
      serverKey: undefined,
      rootKey: undefined,
      trustedProxies: [],
      logLevel: 'info',
      production: false,
      demo: true,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    })
  })

  test.for<[name: string, environment: Environment, config: object]>([
    [
      'an empty variable as if it were absent',
      { PORT: '', HOST: '', DATABASE_URL: '', SERVER_KEY: '', DEMO: '' },
      { port: 4000, host: '127.0.0.1', demo: true },
    ],
    ['the port', { PORT: '0' }, { port: 0 }],
    [
      'the public address without its final slash',
      { PUBLIC_URL: 'https://Help.acme.com:443/' },
      { publicUrl: 'https://help.acme.com' },
    ],
    ['how long a connection is kept', {}, { keepAliveSeconds: 75, metricsToken: undefined }],
    [
      'secrets out of files, without the line break at their end',
      {
        ...Object.fromEntries(secretNames.map((name) => [`${name}_FILE`, fileOf(name)])),
        MAIL_FROM: 'a@b.co',
      },
      {
        databaseUrl: database.DATABASE_URL,
        serverKey: key,
        rootKey: key,
        smtpUrl: 'smtp://localhost',
        inboundSecret: key,
        metricsToken: key,
      },
    ],
    ['a database with its key', database, { databaseUrl: database.DATABASE_URL, serverKey: key }],
    [
      'the older scheme of a database',
      { ...database, DATABASE_URL: 'postgres://db/tickets' },
      { databaseUrl: 'postgres://db/tickets' },
    ],
    [
      'a pooler, with the way past it',
      { ...database, DATABASE_POOLER: 'transaction', DIRECT_DATABASE_URL: 'postgresql://db:5432/tickets' },
      { directDatabaseUrl: 'postgresql://db:5432/tickets' },
    ],
    ['proxies, by comma', { TRUST_PROXY: ' 10.0.0.0/8, ::1 ,' }, { trustedProxies: ['10.0.0.0/8', '::1'] }],
    ['production', { NODE_ENV: 'production' }, { production: true }],
    ['a process that does both', {}, { servesWeb: true, runsJobs: true }],
    ['one that answers alone', { ...database, ROLE: 'web' }, { servesWeb: true, runsJobs: false }],
    [
      'one that works alone',
      { ...database, ROLE: 'worker', PUBLIC_URL: 'https://help.acme.com' },
      { servesWeb: false, runsJobs: true },
    ],
    ['no mail server', {}, { smtpUrl: undefined, emailDelaySeconds: 120, inboundDomain: undefined }],
    [
      'a mail server with its sender',
      { SMTP_URL: 'smtps://me:secret@mail.acme.com', MAIL_FROM: 'support@acme.com', MAIL_DELAY_SECONDS: '0' },
      { smtpUrl: 'smtps://me:secret@mail.acme.com', emailFrom: 'support@acme.com', emailDelaySeconds: 0 },
    ],
    ['the domain of answers', { INBOUND_DOMAIN: 'In.Acme.com' }, { inboundDomain: 'in.acme.com' }],
    [
      'variables of others',
      { HOME: '/root', npm_config_x: 'y', SERVERKEY: 'short' },
      { serverKey: undefined },
    ],
  ])('accepts %s', ([, environment, config]) => {
    expect(readConfig(environment)).toMatchObject(config)
  })

  test.for<[variable: string, environment: Environment]>([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: '80.5' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'help.acme.com' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://help.acme.com' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://help.acme.com/tickets/' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://help.acme.com/?a' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://me:secret@help.acme.com' }],
    ['KEEP_ALIVE_SECONDS', { KEEP_ALIVE_SECONDS: '0' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'short' }],
    ['SERVER_KEY_FILE', { SERVER_KEY_FILE: '/nowhere/at/all' }],
    ['SERVER_KEY_FILE', { SERVER_KEY_FILE: folder }],
    ['SERVER_KEY_FILE', { SERVER_KEY_FILE: fileOf('EMPTY', '\n') }],
    ['ROOT_KEY_FILE', { ROOT_KEY_FILE: fileOf('SHORT', 'my secret key') }],
    ['ROOT_KEY', { ROOT_KEY: key, ROOT_KEY_FILE: fileOf('ROOT_KEY') }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db/tickets', SERVER_KEY: key }],
    ['DATABASE_URL', { DATABASE_URL: 'tickets', SERVER_KEY: key }],
    ['DATABASE_POOLER', { ...database, DATABASE_POOLER: 'session' }],
    ['DATABASE_POOLER', { DATABASE_POOLER: 'transaction' }],
    ['DIRECT_DATABASE_URL', { ...database, DATABASE_POOLER: 'transaction' }],
    ['DIRECT_DATABASE_URL', { ...database, DIRECT_DATABASE_URL: 'postgresql://db:5432/tickets' }],
    ['SERVER_KEY', { DATABASE_URL: database.DATABASE_URL }],
    ['SERVER_KEY', { SERVER_KEY: key.slice(0, 31) }],
    ['SERVER_KEY', { SERVER_KEY: 'x'.repeat(64) }],
    ['SERVER_KEY', { SERVER_KEY: 'changeme'.repeat(8) }],
    ['ROOT_KEY', { ROOT_KEY: 'root' }],
    ['ROOT_KEY', { ROOT_KEY: '0'.repeat(64) }],
    ['DEMO', { DEMO: 'yes' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['NODE_ENV', { NODE_ENV: 'prod' }],
    ['ROLE', { ...database, ROLE: 'mailer' }],
    ['ROLE', { ROLE: 'web' }],
    ['PUBLIC_URL', { ...database, ROLE: 'worker' }],
    ['SMTP_URL', { SMTP_URL: 'mail.acme.com', MAIL_FROM: 'support@acme.com' }],
    ['SCAN_URL', { SCAN_URL: 'scanner:3310' }],
    ['STORAGE_URL', { STORAGE_URL: 's3://files' }],
    ['STORAGE_URL', { STORAGE_URL: 'https://s3.eu-central-1.amazonaws.com/files' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.acme.com' }],
    ['MAIL_FROM', { MAIL_FROM: 'Acme <support@acme.com>' }],
    ['MAIL_DELAY_SECONDS', { MAIL_DELAY_SECONDS: '3601' }],
    ['MAIL_HOURLY_LIMIT', { MAIL_HOURLY_LIMIT: '0' }],
    ['INBOUND_DOMAIN', { INBOUND_DOMAIN: 'https://in.acme.com' }],
    ['INBOUND_SMTP_PORT', { INBOUND_SMTP_PORT: 'smtp' }],
    ['INBOUND_SECRET', { INBOUND_SECRET: 'secret' }],
  ])('names the bad variable %s: %j', ([variable, environment]) => {
    expect(() => readConfig(environment)).toThrow(new RegExp(`^Configuration: ${variable}\\b`))
  })

  test('names all bad variables at once, and no values', () => {
    const environment = { PORT: 'http', SERVER_KEY: 'my secret key', LOG_LEVEL: 'loud' }
    expect(() => readConfig(environment)).toThrow(/^(?!.*my secret key).*PORT.*SERVER_KEY.*LOG_LEVEL/)
    const file = { ROOT_KEY_FILE: fileOf('SHORT', 'my secret key') }
    expect(() => readConfig(file)).toThrow(/^(?!.*my secret key)/)
  })

  test.for<[demo: boolean, environment: Environment]>([
    [true, {}],
    [true, { HOST: 'localhost' }],
    [true, { HOST: '::1' }],
    [true, { PUBLIC_URL: 'http://localhost:8080' }],
    [true, { HOST: '0.0.0.0', DEMO: 'on' }],
    [false, { DEMO: 'off' }],
    [false, { HOST: '0.0.0.0' }],
    [false, { HOST: '192.168.1.2' }],
    [false, { PUBLIC_URL: 'https://help.acme.com' }],
    [false, database],
  ])('starts a demo only for a trial on this machine: %s for %j', ([demo, environment]) => {
    expect(readConfig(environment).demo).toBe(demo)
  })

  test('knows whether other machines can reach the demo', () => {
    expect(readConfig({}).demoIsPublic).toBe(false)
    expect(readConfig({ HOST: '0.0.0.0' }).demoIsPublic).toBe(false)
    expect(readConfig({ HOST: '0.0.0.0', DEMO: 'on' }).demoIsPublic).toBe(true)
  })
})
