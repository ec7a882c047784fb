import { AdminKeysDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { settingsOf } from '../result.ts'
import { table } from '../table.ts'
import { minute } from '../words.ts'

export const listKeys = command({
  about: 'Lists the API keys, including revoked ones.',
  options: {},
  async run({ ask }) {
    const { apiKeys } = settingsOf((await ask(AdminKeysDocument, {})).website)
    const rows = apiKeys.map(({ id, name, scopes, lastUsedAt, revokedAt }) => [
      id,
      name,
      revokedAt ? `revoked ${minute(revokedAt)}` : 'active',
      lastUsedAt ? `last used ${minute(lastUsedAt)}` : 'never used',
      scopes.join(' '),
    ])
    return { json: { keys: apiKeys }, text: table(rows, 'No API keys.') }
  },
})
