import { AdminRevokeSecretDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'

export const revokeSecret = command({
  about: 'Revokes a retiring secret now and ends its sessions.',
  main: 'id',
  options: { id: { value: 'ID', about: 'Id, from list-secrets.', required: true } },
  async run({ values: { id }, ask }) {
    payloadOf((await ask(AdminRevokeSecretDocument, { input: { id } })).revokeSecret)
    return { json: { revokedId: id }, text: 'The secret is revoked.' }
  },
})
