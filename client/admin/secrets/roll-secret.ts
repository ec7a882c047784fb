import { AdminRollSecretDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'
import { enumValue, wholeNumber } from '../words.ts'

export const rollSecret = command({
  about: 'Makes a new secret and prints it; the old ones work on for a while.',
  main: 'kind',
  options: {
    kind: { value: 'KIND', about: 'Whose.', choices: ['customer', 'operator'], required: true },
    'overlap-hours': {
      value: 'HOURS',
      about: 'How long the old ones work on; 0 ends them and their sessions at once.',
      fallback: '24',
    },
  },
  async run({ values: { kind, 'overlap-hours': hours }, ask }) {
    const overlapHours = wholeNumber('overlap-hours', hours)
    const { rollSecret } = await ask(AdminRollSecretDocument, {
      input: { kind: enumValue(kind), overlapHours },
    })
    const { value } = payloadOf(rollSecret)
    return { json: { kind, value, overlapHours }, text: value }
  },
})
