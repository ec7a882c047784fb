import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { AdminCreateWebsiteDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { Failure, WrongUsage } from '../failures.ts'
import { payloadOf } from '../result.ts'
import { table } from '../table.ts'

export const createWebsite = command({
  about: 'Creates a website and prints its secrets and first API key. The key cannot be shown again.',
  root: true,
  main: 'name',
  options: {
    name: { value: 'NAME', about: 'Name shown to customers.', required: true },
    domain: {
      value: 'HOST',
      about: 'Host of embedding pages: app.acme.com or *.acme.com.',
      multiple: true,
    },
    administrator: { value: '"NAME <EMAIL>"', about: 'An operator who can change settings.', multiple: true },
    'website-id': { value: 'UUID', about: 'Id to keep from another system.' },
    'secret-file': {
      value: 'FILE',
      about: 'File with the customer secret to keep from another system; - for standard input.',
    },
  },
  async run({ values, ask, server }) {
    const secretFile = values['secret-file']
    const input = {
      name: values.name,
      allowedDomains: values.domain,
      operators: values.administrator.map(administrator),
      websiteId: values['website-id'] ?? null,
      secret: secretFile === undefined ? null : readSecret(secretFile),
    }
    const { createWebsite } = await ask(AdminCreateWebsiteDocument, { input })
    const { websiteId, secret, operatorSecret, apiKey } = payloadOf(createWebsite)
    const { keyFile, note } = store(apiKey, server.keyFile)
    const rows = [
      ['Website id', websiteId],
      ['Secret', secret],
      ['Operator secret', operatorSecret],
      ['API key', apiKey],
    ]
    return { json: { websiteId, secret, operatorSecret, apiKey, keyFile }, text: table(rows, '') + note }
  },
})

/** If the key cannot be written, print it all the same: it cannot be shown again. */
function store(key: string, file: string | undefined): { keyFile: string | null; note: string } {
  if (!file || existsSync(file)) return { keyFile: null, note: '' }
  try {
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' })
    return { keyFile: file, note: `\n\nThe key is also in ${file}, where the other commands find it.` }
  } catch (error) {
    return { keyFile: null, note: `\n\nThe key was not stored: ${(error as Error).message}` }
  }
}

function administrator(text: string) {
  const parts = /^(.+?)\s*<([^<>]+)>$/.exec(text.trim())
  if (!parts?.[1] || !parts[2])
    throw new WrongUsage(`--administrator must look like "Ada Lovelace <ada@acme.com>", not ${text}`)
  return { name: parts[1], email: parts[2], role: 'ADMIN' as const }
}

function readSecret(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8').trim()
  } catch {
    throw new Failure(`Cannot read the file ${path}`)
  }
}
