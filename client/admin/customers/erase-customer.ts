import { AdminEraseCustomerDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'

export const eraseCustomer = command({
  about:
    'Permanently erases a person: what they wrote, their files, address and name. Their tickets are kept ' +
    'without these.',
  main: 'email',
  options: { email: { value: 'EMAIL', about: 'Email address of the person.', required: true } },
  async run({ values: { email }, ask }) {
    const { eraseCustomer } = await ask(AdminEraseCustomerDocument, { input: { email } })
    const { tickets, messages } = payloadOf(eraseCustomer)
    return { json: { tickets, messages }, text: `Erased. Tickets: ${tickets}. Messages: ${messages}.` }
  },
})
