import { AdminEraseCustomerDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'

export const eraseCustomer = command({
  about: 'Erases a person for good: their words, files, address and name. Their tickets stay, without them.',
  main: 'email',
  options: { email: { value: 'EMAIL', about: 'Email address of the person.', required: true } },
  async run({ values: { email }, ask }) {
    const { eraseCustomer } = await ask(AdminEraseCustomerDocument, { input: { email } })
    const { tickets, messages } = payloadOf(eraseCustomer)
    return { json: { tickets, messages }, text: `Erased. Tickets: ${tickets}. Messages: ${messages}.` }
  },
})
