import { AdminOperatorsDocument, AdminRemoveOperatorDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { Failure } from '../failures.ts'
import { payloadOf } from '../result.ts'

export const removeOperator = command({
  about: 'Removes an operator and ends their sessions within seconds. Their messages stay.',
  main: 'email',
  options: { email: { value: 'EMAIL', about: 'Email address of the operator.', required: true } },
  async run({ values, ask }) {
    const email = values.email.trim().toLowerCase()
    const { website } = await ask(AdminOperatorsDocument, {})
    const found = website?.operators?.find((operator) => operator.email === email)
    if (!found) throw new Failure(`No operator has the address ${email}`)
    const { removeOperator } = await ask(AdminRemoveOperatorDocument, { input: { id: found.id } })
    const { operator } = payloadOf(removeOperator)
    return { json: { operator }, text: `${operator.name} can no longer sign in.` }
  },
})
