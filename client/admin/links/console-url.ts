import { AdminOperatorsDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { Failure } from '../failures.ts'
import { currentSecret } from '../secrets/current-secret.ts'
import { websiteIdOf } from '../website/website-id.ts'
import { signText } from './sign-text.ts'

const lifetimeSeconds = 600

export const consoleUrl = command({
  about: 'Prints a link that signs an operator in to the console, valid for 10 minutes.',
  main: 'email',
  options: { email: { value: 'EMAIL', about: 'Email address of the operator.', required: true } },
  async run({ values, ask, server }) {
    const email = values.email.trim().toLowerCase()
    const { website } = await ask(AdminOperatorsDocument, {})
    if (!website?.operators?.some((operator) => operator.email === email))
      throw new Failure(`No operator has the address ${email}: add one with add-operator`)
    const expires = Math.floor(Date.now() / 1_000) + lifetimeSeconds
    const hmac = signText(`${email}:${expires}`, await currentSecret(ask, 'OPERATOR'))
    const query = new URLSearchParams({ email, expires: String(expires), hmac })
    const url = `${server.publicUrl}/console/${await websiteIdOf(ask)}?${query}`
    return { json: { url, expiresAt: new Date(expires * 1_000).toISOString() }, text: url }
  },
})
