import { AdminDomainsDocument, AdminRemoveDomainDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { Failure } from '../failures.ts'
import { payloadOf, settingsOf } from '../result.ts'

export const removeDomain = command({
  about:
    'Stops the pages of a host from embedding the ticket center; sessions opened there end within seconds.',
  main: 'domain',
  options: { domain: { value: 'HOST', about: 'As printed by list-domains.', required: true } },
  async run({ values, ask }) {
    const domain = values.domain.trim().toLowerCase()
    const { allowedDomains } = settingsOf((await ask(AdminDomainsDocument, {})).website)
    const found = allowedDomains.find((allowed) => allowed.domain === domain)
    if (!found) throw new Failure(`${domain} is not an allowed domain`)
    payloadOf((await ask(AdminRemoveDomainDocument, { input: { id: found.id } })).removeAllowedDomain)
    return { json: { removed: domain }, text: `${domain} may no longer embed the ticket center.` }
  },
})
