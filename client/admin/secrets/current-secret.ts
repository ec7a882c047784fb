import {
  AdminRevealSecretDocument,
  AdminSecretsDocument,
  type SecretKind,
} from '../../graphql/admin-operations.ts'
import type { Ask } from '../api.ts'
import { Failure } from '../failures.ts'
import { payloadOf, settingsOf } from '../result.ts'

/** The value of the current secret. The server audits that it was revealed. */
export async function currentSecret(ask: Ask, kind: SecretKind): Promise<string> {
  const { secrets } = settingsOf((await ask(AdminSecretsDocument, {})).website)
  const current = secrets.find((secret) => secret.kind === kind && !secret.retiresAt)
  if (!current) throw new Failure(`There is no current ${kind.toLowerCase()} secret`)
  const { revealSecret } = await ask(AdminRevealSecretDocument, { input: { id: current.id } })
  return payloadOf(revealSecret).value
}
