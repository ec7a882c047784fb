import { command } from '../command.ts'
import { currentSecret } from '../secrets/current-secret.ts'
import { websiteIdOf } from '../website/website-id.ts'
import { signText } from './sign-text.ts'

export const sign = command({
  about: 'Prints the iframe’s address for a customer, signed.',
  main: 'email',
  options: {
    email: { value: 'EMAIL', about: 'Address of the customer.', required: true },
    nickname: { value: 'NAME', about: 'What to call them.' },
    locale: { value: 'LANGUAGE', about: 'Language to use: en.' },
    participants: { value: 'EMAILS', about: 'Addresses that follow the tickets opened there, with commas.' },
    ticket: { value: 'NUMBER', about: 'Ticket to open first.' },
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
