import { AdminSecretsDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { settingsOf } from '../result.ts'
import { table } from '../table.ts'
import { minute } from '../words.ts'

export const listSecrets = command({
  about: 'Lists the valid secrets, without their values.',
  options: {},
  async run({ ask }) {
    const { secrets } = settingsOf((await ask(AdminSecretsDocument, {})).website)
    const rows = secrets.map(({ id, kind, retiresAt, lastUsedAt }) => [
      id,
      kind.toLowerCase(),
      retiresAt ? `retires ${minute(retiresAt)}` : 'current',
      lastUsedAt ? `last used ${minute(lastUsedAt)}` : 'never used',
    ])
    return { json: { secrets }, text: table(rows, 'No secrets.') }
  },
})
