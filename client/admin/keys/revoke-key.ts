import { AdminKeysDocument, AdminRevokeKeyDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { Failure } from '../failures.ts'
import { payloadOf, settingsOf } from '../result.ts'

export const revokeKey = command({
  about: 'Revokes an API key within seconds. Its messages stay.',
  main: 'key',
  options: { key: { value: 'KEY', about: 'Name or id, from list-keys.', required: true } },
  async run({ values: { key }, ask }) {
    const { apiKeys } = settingsOf((await ask(AdminKeysDocument, {})).website)
    const found = apiKeys.filter(({ id, name, revokedAt }) => !revokedAt && (id === key || name === key))
    if (!found[0]) throw new Failure(`No active key has the name or id ${key}`)
    if (found.length > 1) throw new Failure(`${found.length} keys have the name ${key}: give the id of one`)
    const { revokeApiKey } = await ask(AdminRevokeKeyDocument, { input: { id: found[0].id } })
    const { apiKey } = payloadOf(revokeApiKey)
    return { json: { key: apiKey }, text: `The key ${apiKey.name} is revoked.` }
  },
})
