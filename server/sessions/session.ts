import { brandWithType } from '@pothos/core'
import { GraphQLError } from 'graphql'
import { builder, type OutputFields } from '../api/builder.ts'
import type { Context, CustomerRow } from '../api/context.ts'
import { NotAllowed } from '../api/errors.ts'
import { config } from '../config/config.ts'
import { Customer } from '../customers/customer.ts'
import { readCustomer } from '../customers/planned-customer.ts'
import { db } from '../database/db.ts'
import { type Session as Issued, issueSession } from '../identity/session.ts'
import type { Viewer } from '../identity/viewer.ts'
import { Integration } from '../operators/integration.ts'
import { Operator } from '../operators/operator.ts'
import { enter } from './enter.ts'
import type { Proof } from './sign-in.ts'

const Session = builder.objectRef<Issued>('Session').implement({
  description:
    'Tokens of a signed-in customer or operator. Keep them in memory, never in a URL or in storage.',
  fields: (t) => ({
    token: t.exposeString('token', {
      description: 'Token for `Authorization: Bearer …` and `connection_init`.',
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When the token expires.' }),
    renewalToken: t.exposeString('renewalToken', {
      description: 'Token for `renewSession`, valid until `renewUntil`.',
    }),
    renewUntil: t.expose('renewUntil', {
      type: 'DateTime',
      description: 'When the session can no longer be renewed.',
    }),
  }),
})

const Root = builder.objectRef<{ version: string }>('Root').implement({
  description: 'The server’s root key, which only manages websites.',
  fields: (t) => ({
    serverVersion: t.exposeString('version', { description: 'Version of the server.' }),
  }),
})

export const ViewerUnion = builder.unionType('Viewer', {
  description: 'The owner of a token.',
  types: [Customer, Operator, Integration, Root],
})

/** The viewer as the API shows it; `customer` is the row, if it has just been read. */
export async function readViewer(viewer: Viewer, customer?: CustomerRow) {
  switch (viewer.kind) {
    case 'customer':
      return Customer.addBrand((await readCustomer(viewer.id, customer)) as never)
    case 'operator':
      return Operator.addBrand(await db.operator.findUniqueOrThrow({ where: { id: viewer.id } }))
    case 'integration':
      return Integration.addBrand(await db.apiKey.findUniqueOrThrow({ where: { id: viewer.id } }))
    case 'root': {
      const root = { version: config.version }
      brandWithType(root, Root as never)
      return root
    }
  }
}

/**
 * A session for somebody with a proven identity, with its viewer, who is charged for it: throws RATE_LIMITED if they
 * have too few points left, and NotAllowed if the proof cannot be used again.
 */
export async function openWith(proof: Proof, { address }: Context) {
  const entered = await enter(proof, address)
  if (entered instanceof GraphQLError) throw entered
  if (typeof entered === 'string') throw new NotAllowed('Sign-in refused')
  const { claims, viewer, customer } = entered
  return { session: issueSession(claims), viewer: await readViewer(viewer, customer) }
}

/** Payload fields of mutations that open a session. */
export const sessionPayload = (t: OutputFields<Awaited<ReturnType<typeof openWith>>>) => ({
  session: t.field({ type: Session, description: 'The new session.', resolve: ({ session }) => session }),
  viewer: t.field({
    type: ViewerUnion,
    description: 'The signed-in caller.',
    resolve: ({ viewer }) => viewer as never,
  }),
})
