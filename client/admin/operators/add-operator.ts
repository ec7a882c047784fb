import { AdminAddOperatorDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'
import { enumValue } from '../words.ts'

export const addOperator = command({
  about: 'Adds an operator and emails them an invitation to the console.',
  main: 'email',
  options: {
    email: { value: 'EMAIL', about: 'Email address for signing in.', required: true },
    name: { value: 'NAME', about: 'Name shown to customers.', required: true },
    role: {
      value: 'ROLE',
      about: 'An agent answers tickets; an admin can also change settings.',
      choices: ['agent', 'admin'],
      fallback: 'agent',
    },
  },
  async run({ values: { email, name, role }, ask }) {
    const input = { email, name, role: enumValue(role) }
    const { operator } = payloadOf((await ask(AdminAddOperatorDocument, { input })).addOperator)
    return { json: { operator }, text: `${operator.name} can sign in now. For a link, use console-url.` }
  },
})
