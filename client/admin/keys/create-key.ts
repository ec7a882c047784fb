import { AdminCreateKeyDocument, type ApiScope } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { WrongUsage } from '../failures.ts'
import { payloadOf } from '../result.ts'
import { enumValue } from '../words.ts'

const allScopes: Record<ApiScope, true> = {
  TICKETS_READ: true,
  TICKETS_WRITE: true,
  SETTINGS_READ: true,
  SETTINGS_WRITE: true,
  WEBHOOKS_WRITE: true,
  EXPORT: true,
  ERASE: true,
  IMPORT: true,
}

export const createKey = command({
  about: 'Creates an API key and prints it. It cannot be shown again.',
  main: 'name',
  options: {
    name: { value: 'NAME', about: 'Name, also shown as the author of its messages.', required: true },
    scopes: {
      value: 'SCOPES',
      about: `Scopes, separated by commas: ${Object.keys(allScopes).join(', ')}.`,
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
  if (Object.hasOwn(allScopes, name)) return name as ApiScope
  throw new WrongUsage(`Unknown scope ${text}: --scopes takes ${Object.keys(allScopes).join(', ')}`)
}
