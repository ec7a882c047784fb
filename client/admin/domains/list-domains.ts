import { AdminDomainsDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { settingsOf } from '../result.ts'

export const listDomains = command({
  about: 'Lists the hosts whose pages may embed the ticket center.',
  options: {},
  async run({ ask }) {
    const { allowedDomains } = settingsOf((await ask(AdminDomainsDocument, {})).website)
    const text = allowedDomains.map(({ domain }) => domain).join('\n')
    return { json: { domains: allowedDomains }, text: text || 'No allowed domains.' }
  },
})
