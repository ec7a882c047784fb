import { AdminRotateServerKeyDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'
import { wholeNumber } from '../words.ts'

export const rotateServerKey = command({
  about: 'Re-encrypts every secret with a new server key, in one transaction.',
  root: true,
  options: {
    'email-days': {
      value: 'DAYS',
      about:
        'How long links and reply addresses in emails sent so far stay valid, at most 365; 0 also ends sessions.',
      fallback: '30',
    },
  },
  async run({ values: { 'email-days': days }, ask }) {
    const input = { emailTokenDays: wholeNumber('email-days', days) }
    const { rotateServerKey } = await ask(AdminRotateServerKeyDocument, { input })
    const { secrets, emailTokensUntil } = payloadOf(rotateServerKey)
    const text =
      `${secrets} secrets are encrypted with the new key. Links and reply addresses in emails sent so far are valid until ` +
      `${emailTokensUntil}. If SERVER_KEY_PREVIOUS is set, remove it in 12 hours, when the last session has ended.`
    return { json: { secrets, emailTokensUntil }, text }
  },
})
