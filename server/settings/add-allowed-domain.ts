import { z } from 'zod'
import { member } from '../api/context.ts'
import { InvalidInput, LimitReached, readBack } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { db, type Transaction } from '../database/db.ts'
import { allowedDomain, hasRoom, noRoomFor } from '../websites/domain.ts'
import { AllowedDomain } from './allowed-domain.ts'
import { changeSettings } from './change.ts'

const maxDomains = 100

mutation('addAllowedDomain', {
  description:
    'Lets pages of a host embed the ticket center. Adding it again changes nothing. A website has at most 100 ' +
    'domains, of at most 4,000 characters in total, because they are sent in a header.',
  scope: { writeSettings: true },
  fields: (t) => ({
    domain: t.string({
      required: true,
      description:
        'A host such as `app.acme.com`, or `*.acme.com` for its subdomains, without scheme, port or path.',
    }),
  }),
  input: z.object({ domain: allowedDomain }),
  errors: [LimitReached],
  work: ({ domain }, context): Promise<{ id: string; websiteId: string }> =>
    changeSettings(context, 'addAllowedDomain', async (tx, websiteId) => {
      const data = { websiteId, domain }
      const where = { websiteId_domain: data }
      const known = await tx.allowedDomain.findUnique({ where })
      if (!known) await checkRoom(tx, websiteId, domain)
      const { id } = known ?? (await tx.allowedDomain.create({ data }))
      return { result: { id, websiteId }, details: { domain } }
    }),
  payload: (t) => ({
    allowedDomain: t.prismaField({
      type: AllowedDomain,
      description: 'The domain that was added.',
      resolve: (query, { id }, _args, context) =>
        readBack(
          db.allowedDomain.findFirst({ ...query, where: { id, websiteId: member(context).websiteId } }),
        ),
    }),
    allowedDomains: t.prismaField({
      type: [AllowedDomain],
      description: 'All allowed domains after the change.',
      resolve: (query, { websiteId }) =>
        db.allowedDomain.findMany({ ...query, where: { websiteId }, orderBy: { createdAt: 'asc' } }),
    }),
  }),
})

async function checkRoom(tx: Transaction, websiteId: string, domain: string): Promise<void> {
  const others = await tx.allowedDomain.findMany({ where: { websiteId } })
  if (others.length >= maxDomains)
    throw new LimitReached(`A website can have at most ${maxDomains} allowed domains`, maxDomains)
  if (hasRoom([...others.map((other) => other.domain), domain])) return
  const message = noRoomFor(domain)
  throw new InvalidInput([{ path: ['input', 'domain'], code: 'DOMAINS_FULL', message, value: domain }])
}
