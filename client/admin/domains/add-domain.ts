import { AdminAddDomainDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'

export const addDomain = command({
  about: 'Lets the pages of a host embed the ticket center.',
  main: 'domain',
  options: {
    domain: { value: 'HOST', about: 'app.acme.com, or *.acme.com for its subdomains.', required: true },
  },
  async run({ values, ask }) {
    const { addAllowedDomain } = await ask(AdminAddDomainDocument, { input: values })
    const { allowedDomain } = payloadOf(addAllowedDomain)
    return { json: { domain: allowedDomain }, text: `${allowedDomain.domain} may embed the ticket center.` }
  },
})
