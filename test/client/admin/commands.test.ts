import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startApp } from '../../support/app.ts'
import { apiClient } from '../../support/client.ts'
import { load } from '../../support/page.ts'
import { dashboard, hmac } from '../../support/website.ts'
import { runAdmin, runAdminProcess } from './run-admin.ts'

const { origin, rootKey, variables } = await startApp()
const DATA_DIR = variables.DATA_DIR as string
const here = { PORT: new URL(origin).port, DATA_DIR }
const secret = '713ecca8a85c864ed4a66642ec04f18e2dc06d042a72a1a3ddc09d87a533c154'
const websiteId = 'c46126cf-9865-4774-95ee-9679e7d09789'

writeFileSync(join(DATA_DIR, 'root.key'), rootKey)
writeFileSync(join(DATA_DIR, 'secret'), `${secret}\n`)

/** The output of a command. */
async function text(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await runAdmin(here, ...words)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout.trim()
}

/** Its output with --json, which must be one line. */
async function json(...words: string[]) {
  const line = await text(...words, '--json')
  expect(line).not.toContain('\n')
  return JSON.parse(line)
}

describe('the command line, on the server’s own machine', () => {
  test('creates a website with an id and secret from another system, and stores its key', async () => {
    const words = ['Acme', '--domain', 'app.acme.com', '--administrator', 'Ada Lovelace <ada@acme.com>']
    const carried = ['--website-id', websiteId, '--secret-file', join(DATA_DIR, 'secret')]
    const made = await json('create-website', ...words, ...carried)
    expect(made).toMatchObject({ websiteId, secret, apiKey: expect.stringMatching(/^tck_/) })
    const keyFile = join(DATA_DIR, 'admin.key')
    expect(made.keyFile).toBe(keyFile)
    expect(readFileSync(keyFile, 'utf8').trim()).toBe(made.apiKey)
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    expect(await text('create-website', '--name', 'Second')).toMatch(
      /^Website id .*\nSecret .*\nOperator secret .*\nAPI key .*$/,
    )
    expect(readFileSync(keyFile, 'utf8').trim()).toBe(made.apiKey)
  })

  test('prints the key of a new website if it cannot store it', async () => {
    const elsewhere = { PORT: here.PORT, ROOT_KEY: rootKey, DATA_DIR: join(DATA_DIR, 'missing') }
    const { code, stdout } = await runAdminProcess(elsewhere, 'create-website', '--name', 'Third')
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/\nAPI key +tck_.*\n\nThe key was not stored: /),
    ])
  })

  test('signs an iframe address that opens and contains every argument', async () => {
    const email = 'jürgen+ticket@example.com'
    const optional = [
      '--nickname',
      'Jürgen',
      '--locale',
      'en',
      '--participants',
      'a@example.com,b@example.com',
    ]
    const url = new URL(await text('sign', email, ...optional, '--ticket', '7'))
    expect(`${url.origin}${url.pathname}`).toBe(
      `${origin.replace('127.0.0.1', 'localhost')}/tickets/${websiteId}`,
    )
    expect(Object.fromEntries(url.searchParams)).toEqual({
      email,
      hmac: hmac(email, secret),
      nickname: 'Jürgen',
      locale: 'en',
      participants: 'a@example.com,b@example.com',
      ticket: '7',
    })
    expect((await load(url.href, { referer: dashboard })).status).toBe(200)
    expect(await json('sign', '--email', email)).toMatchObject({
      websiteId,
      email,
      hmac: hmac(email, secret),
    })
  })

  test('signs a console link for an operator, valid for ten minutes', async () => {
    const { url, expiresAt } = await json('console-url', 'Ada@acme.com')
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(590_000)
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(600_000)
    const answer = await load(url)
    expect([answer.status, answer.headers.location]).toEqual([303, `/console/${websiteId}`])
    const stranger = await runAdmin(here, 'console-url', '--email', 'nobody@acme.com')
    expect(stranger).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('nobody@acme.com'),
    })
  })

  test('checks an integration, and fails if it is wrong', async () => {
    const url = await text('sign', 'jane@example.com')
    expect(await json('check', '--url', url, '--referrer', dashboard)).toMatchObject({ ok: true })
    const wrong = await runAdminProcess(here, 'check', '--url', url, '--referrer', 'https://evil.example')
    expect(wrong.code).toBe(1)
    expect(wrong.stdout).toContain('✗ evil.example is not an allowed domain. Add evil.example')
    expect(wrong.stderr).toMatch(/1 of \d checks failed/)
  })

  test('adds, lists and removes domains', async () => {
    expect((await json('add-domain', 'Help.Acme.com')).domain).toMatchObject({ domain: 'help.acme.com' })
    expect(await text('list-domains')).toBe('app.acme.com\nhelp.acme.com')
    expect(await json('remove-domain', '--domain', 'help.acme.com')).toEqual({ removed: 'help.acme.com' })
    expect((await json('list-domains')).domains).toMatchObject([{ domain: 'app.acme.com' }])
    const scheme = await runAdmin(here, 'add-domain', 'https://acme.com/')
    expect(scheme).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('without scheme, port or path'),
    })
  })

  test('rolls, lists, reveals and revokes secrets', async () => {
    expect(await text('reveal-secret', 'customer')).toBe(secret)
    const { value } = await json('roll-secret', '--kind', 'customer', '--overlap-hours', '2')
    expect(await json('reveal-secret', '--kind', 'customer')).toEqual({ kind: 'customer', value })
    expect(await text('list-secrets')).toMatch(/customer +retires /)
    const { secrets } = await json('list-secrets')
    const { id } = secrets.find((one: { retiresAt: string | null }) => one.retiresAt)
    await json('revoke-secret', id)
    expect((await json('list-secrets')).secrets.map((one: { id: string }) => one.id)).not.toContain(id)
    expect(await text('roll-secret', 'operator')).toMatch(/^[0-9a-f]{64}$/)
  })

  test('creates, lists and revokes keys', async () => {
    const key = await text('create-key', 'Billing', '--scopes', 'tickets-read, SETTINGS_READ')
    const billing = apiClient(origin, key)
    expect((await billing.ask('{ viewer { __typename } }')).viewer.__typename).toBe('Integration')
    const { keys } = await json('list-keys')
    expect(keys).toContainEqual(
      expect.objectContaining({
        name: 'Billing',
        scopes: ['TICKETS_READ', 'SETTINGS_READ'],
        revokedAt: null,
      }),
    )
    expect((await json('revoke-key', 'Billing')).key.revokedAt).not.toBeNull()
    expect(await text('list-keys')).toMatch(/Billing +revoked/)
    const again = await runAdmin(here, 'revoke-key', 'Billing')
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('Billing') })
  })

  test('adds, lists and removes operators', async () => {
    const added = await json('add-operator', 'olaf@acme.com', '--name', 'Olaf', '--role', 'admin')
    expect(added.operator).toMatchObject({ email: 'olaf@acme.com', role: 'ADMIN' })
    await text('add-operator', 'mia@acme.com', '--name', 'Mia')
    expect(await text('list-operators')).toMatch(/mia@acme.com +Mia +agent/)
    await json('remove-operator', 'OLAF@acme.com')
    await text('remove-operator', 'mia@acme.com')
    expect((await json('list-operators')).operators).toMatchObject([{ email: 'ada@acme.com' }])
    const last = await runAdmin(here, 'remove-operator', 'ada@acme.com')
    expect(last).toMatchObject({ code: 1, stdout: '' })
    expect(last.stderr).not.toBe('')
  })

  test('shows who changed what, but never a secret', async () => {
    const { events } = await json('audit', '--first', '100')
    const actions = events.map(({ action }: { action: string }) => action)
    expect(actions).toEqual(
      expect.arrayContaining(['createWebsite', 'revealSecret', 'rollSecret', 'revokeApiKey']),
    )
    expect(events[0]).toMatchObject({
      action: 'removeOperator',
      by: 'Acme',
      details: { email: 'mia@acme.com' },
    })
    const shown = await text('audit', '3')
    expect(shown.split('\n')).toHaveLength(3)
    expect(JSON.stringify(events)).not.toContain(secret)
  })
})
