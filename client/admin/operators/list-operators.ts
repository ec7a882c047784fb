import { AdminOperatorsDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { table } from '../table.ts'

export const listOperators = command({
  about: 'Lists the active operators.',
  options: {},
  async run({ ask }) {
    const { website } = await ask(AdminOperatorsDocument, {})
    const operators = website?.operators ?? []
    const rows = operators.map(({ name, email, role }) => [email ?? '', name, role?.toLowerCase() ?? ''])
    return { json: { operators }, text: table(rows, 'No operators.') }
  },
})
