import { randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { ApiScope, type OperatorRole } from '../../prisma/generated/client/enums.ts'
import { Conflict } from '../api/errors.ts'
import { transaction } from '../database/db.ts'
import { newApiKey } from '../identity/api-key.ts'
import { seal, sha256 } from '../keys/keys.ts'
import { holdServerKey } from '../keys/server-key.ts'

export interface NewWebsite {
  name: string
  /** Taken over from another installation; generated if left out. */
  websiteId?: string | null
  secret?: string | null
  allowedDomains?: string[] | null
  operators?: { name: string; email: string; role: OperatorRole }[] | null
}

/** 256 random bits, used for signing as text: 64 hexadecimal digits. */
export const newSecret = () => randomBytes(32).toString('hex')

/** Creates a website that is ready for use. The secrets and the key in the result are shown once. */
export async function createWebsite(input: NewWebsite) {
  const id = input.websiteId?.toLowerCase() ?? newId()
  const secret = input.secret ?? newSecret()
  const operatorSecret = newSecret()
  const apiKey = newApiKey()
  await transaction(async (tx) => {
    await holdServerKey(tx)
    const { count } = await tx.website.createMany({ data: [{ id, name: input.name }], skipDuplicates: true })
    if (count === 0) throw new Conflict('WEBSITE_EXISTS', 'A website with this id already exists')
    await tx.signingSecret.createMany({
      data: [
        seal(secret, { websiteId: id, kind: 'CUSTOMER' }),
        seal(operatorSecret, { websiteId: id, kind: 'OPERATOR' }),
      ],
    })
    const domains = [...new Set(input.allowedDomains)]
    await tx.allowedDomain.createMany({ data: domains.map((domain) => ({ websiteId: id, domain })) })
    const operators = (input.operators ?? []).map((operator) => ({ ...operator, websiteId: id }))
    await tx.operator.createMany({ data: operators, skipDuplicates: true })
    await tx.apiKey.create({
      data: { websiteId: id, name: input.name, hash: sha256(apiKey), scopes: Object.values(ApiScope) },
    })
    await tx.auditEvent.create({
      data: {
        websiteId: id,
        actorKind: 'ROOT',
        action: 'createWebsite',
        details: {
          name: input.name,
          domains,
          operators: operators.map(({ email, role }) => ({ email, role })),
        },
      },
    })
  })
  return { websiteId: id, secret, operatorSecret, apiKey }
}
