import { AdminCreateKeyDocument, type ApiScope } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { WrongUsage } from '../failures.ts'
import { payloadOf } from '../result.ts'
import { enumValue } from '../words.ts'

const known: Record<ApiScope, true> = {
  TICKETS_READ: true,
  TICKETS_WRITE: true,
  SETTINGS_READ: true,
  SETTINGS_WRITE: true,
}

export const createKey = command({
  about: 'Makes an API key and prints it, this once.',
  main: 'name',
  options: {
    name: { value: 'NAME', about: 'Name, also as the author of what it writes.', required: true },
    scopes: {
      value: 'SCOPES',
      about: `What it may do, with commas: ${Object.keys(known).join(', ')}.`,
      required: true,
    },
  },
  async run({ values: { name, scopes }, ask }) {
    const input = { name, scopes: scopes.split(',').map((text) => scope(text.trim())) }
    const { text, apiKey } = payloadOf((await ask(AdminCreateKeyDocument, { input })).createApiKey)
    return { json: { text, key: apiKey }, text }
  },
})

function scope(text: string): ApiScope {
  const name = enumValue(text)
  if (Object.hasOwn(known, name)) return name as ApiScope
  throw new WrongUsage(`There is no scope ${text}: --scopes takes ${Object.keys(known).join(', ')}`)
}
