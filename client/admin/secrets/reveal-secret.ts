import { command } from '../command.ts'
import { enumValue } from '../words.ts'
import { currentSecret } from './current-secret.ts'

export const revealSecret = command({
  about: 'Prints the current secret. The access is audited.',
  main: 'kind',
  options: {
    kind: { value: 'KIND', about: 'Which secret.', choices: ['customer', 'operator'], required: true },
  },
  async run({ values: { kind }, ask }) {
    const value = await currentSecret(ask, enumValue(kind))
    return { json: { kind, value }, text: value }
  },
})
