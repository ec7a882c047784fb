import { AdminRevokeSecretDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'

export const revokeSecret = command({
  about: 'Ends a secret that is retiring, and its sessions, now.',
  main: 'id',
  options: { id: { value: 'ID', about: 'Its id, from list-secrets.', required: true } },
  async run({ values: { id }, ask }) {
    payloadOf((await ask(AdminRevokeSecretDocument, { input: { id } })).revokeSecret)
    return { json: { revokedId: id }, text: 'The secret is revoked.' }
  },
})
