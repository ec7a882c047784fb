import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../client/admin/commands.ts'
import { usage } from '../../../client/admin/help.ts'
import { sign } from '../../../client/admin/links/sign.ts'
import { run } from '../../../client/admin/run.ts'
import { startApp } from '../../support/app.ts'
import { createTestWebsite } from '../../support/website.ts'
import { runAdmin, runAdminProcess } from './run-admin.ts'

const { origin, rootKey, variables } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const DATA_DIR = variables.DATA_DIR as string
const PORT = new URL(origin).port
const elsewhere = { TICKET_CENTER_URL: `${origin}/`, TICKET_CENTER_KEY: website.apiKey }

describe('the command line’s help', () => {
  test('lists every command, without a server', async () => {
    const { code, stdout, stderr } = await runAdminProcess({}, '--help')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const name of Object.keys(commands)) expect(stdout).toContain(`  ${name} `)
  })

  test('describes the options of a command', async () => {
    const { code, stdout } = await runAdmin({}, 'sign', '--help')
    expect({ code, stdout }).toEqual({ code: 0, stdout: usage('sign', sign) })
    for (const option of Object.keys(sign.options)) expect(stdout).toContain(`  --${option} `)
  })

  test('is there where the variables cannot be read', async () => {
    const unreadable = () => {
      throw new Error('.env: permission denied')
    }
    expect(await run(['sign', '--help'], unreadable)).toMatchObject({ code: 0, stderr: '' })
    const stderr = 'Error: .env: permission denied\n'
    expect(await run(['list-domains'], unreadable)).toEqual({ code: 1, stdout: '', stderr })
  })
})

describe('wrong usage exits with code 2 and says what is wrong', () => {
  const cases: [string[], string][] = [
    [[], 'Missing command'],
    [['frobnicate'], 'Unknown command frobnicate'],
    [['toString'], 'Unknown command toString'],
    [['sign'], 'Missing --email'],
    [['sign', 'a@b.example', 'more'], 'Unexpected argument more'],
    [['sign', 'a@b.example', '--color', 'red'], 'Unknown option'],
    [['reveal-secret', 'nobody'], '--kind must be customer or operator, not nobody'],
    [['roll-secret', 'customer', '--overlap-hours', 'soon'], '--overlap-hours must be a whole number'],
    [['create-key', 'Bot', '--scopes', 'everything'], 'Unknown scope everything'],
    [['create-website', 'Acme', '--administrator', 'ada@acme.com'], '--administrator must look like'],
  ]
  for (const [words, sentence] of cases) {
    test(`admin ${words.join(' ')}`, async () => {
      const { code, stdout, stderr } = await runAdmin(elsewhere, ...words)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(sentence)
      expect(stderr).toContain('--help')
    })
  }

  test('in a process, too', async () => {
    const outcome = await runAdminProcess(elsewhere, 'frobnicate')
    expect(outcome).toEqual(await runAdmin(elsewhere, 'frobnicate'))
    expect(outcome.code).toBe(2)
  })
})

describe('a refusal exits with code 1 and one sentence', () => {
  async function refusal(variables: Record<string, string>, ...words: string[]): Promise<string> {
    const { code, stdout, stderr } = await runAdmin(variables, ...words, '--json')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr.trim().split('\n')).toHaveLength(1)
    return stderr.trim()
  }

  test('for a wrong key, without repeating it', async () => {
    const wrong = { ...elsewhere, TICKET_CENTER_KEY: 'tck_wrong' }
    expect(await refusal(wrong, 'list-domains')).toBe('The server refused the key (from TICKET_CENTER_KEY)')
  })

  test('for a key without the needed scope', async () => {
    expect(await refusal(elsewhere, 'create-website', 'Acme')).toContain('may not do this')
    const { text } = await website.key.run('createApiKey', { name: 'Bot', scopes: ['TICKETS_READ'] }, 'text')
    const poor = { ...elsewhere, TICKET_CENTER_KEY: text }
    expect(await refusal(poor, 'list-domains')).toContain('may not do this: it needs the scope SETTINGS_READ')
    expect(await refusal(poor, 'add-domain', 'www.acme.com')).toContain('may not do this')
  })

  test('for a missing key, or one that belongs to another server', async () => {
    writeFileSync(join(DATA_DIR, 'demo.key'), website.apiKey)
    const url = { TICKET_CENTER_URL: origin, DATA_DIR, ROOT_KEY: rootKey }
    expect(await refusal(url, 'list-domains')).toContain('There is no API key')
    expect(await refusal(url, 'create-website', 'Acme')).toContain('There is no root key')
    expect((await runAdmin({ PORT, DATA_DIR }, 'list-domains')).stdout).toBe('app.acme.com\n')
    expect((await runAdmin({ PORT, DATA_DIR, ROOT_KEY: rootKey }, 'create-website', 'Acme')).code).toBe(0)
  })

  test('for a server that does not respond', async () => {
    const nowhere = { ...elsewhere, TICKET_CENTER_URL: 'http://127.0.0.1:9' }
    expect(await refusal(nowhere, 'list-domains')).toContain('No server responds at http://127.0.0.1:9')
  })
})
