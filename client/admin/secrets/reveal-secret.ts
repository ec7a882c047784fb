import { command } from '../command.ts'
import { enumValue } from '../words.ts'
import { currentSecret } from './current-secret.ts'

export const revealSecret = command({
  about: 'Prints the secret that signs now. Written to the audit log.',
  main: 'kind',
  options: {
    kind: { value: 'KIND', about: 'Whose.', choices: ['customer', 'operator'], required: true },
  },
  async run({ values: { kind }, ask }) {
    const value = await currentSecret(ask, enumValue(kind))
    return { json: { kind, value }, text: value }
  },
})
