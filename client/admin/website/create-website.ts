import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { AdminCreateWebsiteDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { Failure, WrongUsage } from '../failures.ts'
import { payloadOf } from '../result.ts'
import { table } from '../table.ts'

export const createWebsite = command({
  about: 'Makes a website. Its secrets and its first API key are shown this once.',
  root: true,
  main: 'name',
  options: {
    name: { value: 'NAME', about: 'Name as customers see it.', required: true },
    domain: {
      value: 'HOST',
      about: 'A host whose pages embed it: app.acme.com, *.acme.com.',
      multiple: true,
    },
    administrator: { value: '"NAME <EMAIL>"', about: 'An operator who may change settings.', multiple: true },
    'website-id': { value: 'UUID', about: 'The id that it had elsewhere.' },
    'secret-file': {
      value: 'FILE',
      about: 'File with the secret that it had elsewhere; - for standard input.',
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
    const keyFile = server.keyFile && !existsSync(server.keyFile) ? server.keyFile : null
    if (keyFile) writeFileSync(keyFile, `${apiKey}\n`, { mode: 0o600, flag: 'wx' })
    const rows = [
      ['Website id', websiteId],
      ['Secret', secret],
      ['Operator secret', operatorSecret],
      ['API key', apiKey],
    ]
    const kept = keyFile ? `\n\nThe key is also in ${keyFile}, where the other commands find it.` : ''
    return { json: { websiteId, secret, operatorSecret, apiKey, keyFile }, text: table(rows, '') + kept }
  },
})

function administrator(text: string) {
  const parts = /^(.+?)\s*<([^<>]+)>$/.exec(text.trim())
  if (!parts?.[1] || !parts[2])
    throw new WrongUsage(`--administrator is written "Ada Lovelace <ada@acme.com>", not ${text}`)
  return { name: parts[1], email: parts[2], role: 'ADMIN' as const }
}

function readSecret(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8').trim()
  } catch {
    throw new Failure(`The file ${path} cannot be read`)
  }
}
