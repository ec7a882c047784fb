import { command } from '../command.ts'
import { currentSecret } from '../secrets/current-secret.ts'
import { websiteIdOf } from '../website/website-id.ts'
import { signText } from './sign-text.ts'

export const sign = command({
  about: 'Prints a signed iframe address for a customer.',
  main: 'email',
  options: {
    email: { value: 'EMAIL', about: 'Email address of the customer.', required: true },
    nickname: { value: 'NAME', about: 'Name of the customer.' },
    locale: { value: 'LANGUAGE', about: 'Language of the customer, such as en.' },
    participants: { value: 'EMAILS', about: 'Participants of tickets opened there, separated by commas.' },
    ticket: { value: 'NUMBER', about: 'Number of the ticket to open.' },
  },
  async run({ values: { email, ...optional }, ask, server }) {
    const websiteId = await websiteIdOf(ask)
    const hmac = signText(email, await currentSecret(ask, 'CUSTOMER'))
    const query = new URLSearchParams({ email, hmac })
    for (const [name, value] of Object.entries(optional)) if (value) query.set(name, value)
    const url = `${server.publicUrl}/tickets/${websiteId}?${query}`
    return { json: { url, websiteId, email, hmac }, text: url }
  },
})
