import { AdminRollSecretDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'
import { enumValue, wholeNumber } from '../words.ts'

export const rollSecret = command({
  about: 'Creates a new secret and prints it. Old ones stay valid for a while.',
  main: 'kind',
  options: {
    kind: { value: 'KIND', about: 'Which secret.', choices: ['customer', 'operator'], required: true },
    'overlap-hours': {
      value: 'HOURS',
      about:
        'How long old secrets stay valid, at most 720; 0 revokes them and ends their sessions immediately.',
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
