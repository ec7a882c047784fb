import { AdminAddOperatorDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'
import { enumValue } from '../words.ts'

export const addOperator = command({
  about: 'Lets somebody sign in to the console.',
  main: 'email',
  options: {
    email: { value: 'EMAIL', about: 'Address they sign in with.', required: true },
    name: { value: 'NAME', about: 'Name as customers see it.', required: true },
    role: {
      value: 'ROLE',
      about: 'An agent answers tickets, an admin changes settings too.',
      choices: ['agent', 'admin'],
      fallback: 'agent',
    },
  },
  async run({ values: { email, name, role }, ask }) {
    const input = { email, name, role: enumValue(role) }
    const { operator } = payloadOf((await ask(AdminAddOperatorDocument, { input })).addOperator)
    return { json: { operator }, text: `${operator.name} may sign in: console-url makes a link.` }
  },
})
