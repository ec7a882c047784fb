import { AdminOperatorsDocument } from '../../graphql/admin-operations.ts'
import { table } from '../table.ts'
import { verb } from '../verb.ts'

export const listOperators = verb({
  about: 'Lists the operators who may sign in.',
  options: {},
  async run({ ask }) {
    const { website } = await ask(AdminOperatorsDocument, {})
    const operators = website?.operators ?? []
    const rows = operators.map(({ name, email, role }) => [email ?? '', name, role?.toLowerCase() ?? ''])
    return { json: { operators }, text: table(rows, 'Nobody may sign in.') }
  },
})
