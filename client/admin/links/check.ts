import { AdminCheckDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { Failure } from '../failures.ts'

export const check = command({
  about: 'Checks an iframe and says how to fix it.',
  options: {
    url: { value: 'URL', about: 'The iframe’s address or the whole tag.', required: true },
    referrer: { value: 'URL', about: 'Address or host of the embedding page.', required: true },
  },
  async run({ values: { url, referrer }, ask }) {
    const { checkIntegration } = await ask(AdminCheckDocument, { input: { url, referrer } })
    if (!checkIntegration) throw new Failure('This key belongs to no website')
    const { ok, checks } = checkIntegration
    const lines = checks.map((item) => `${item.ok ? '✓' : '✗'} ${item.message} ${item.fix ?? ''}`.trimEnd())
    const wrong = checks.filter((item) => !item.ok).length
    return {
      json: { ok, checks },
      text: lines.join('\n'),
      ...(!ok && { failure: `${wrong} of ${checks.length} checks failed` }),
    }
  },
})
