import { z } from 'zod'
import { builder } from '../api/builder.ts'
import { Conflict, readBack } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { emailAddress } from '../identity/email-rule.ts'
import { isUuid } from '../identity/uuid.ts'
import { broken } from '../text/broken.ts'
import { createWebsite } from './create.ts'
import { allowedDomain, hasRoom, noRoomFor } from './domain.ts'
import { name } from './name.ts'
import { OperatorRole } from './operator-role.ts'
import { Website } from './website.ts'

const NewOperatorInput = builder.inputType('NewOperatorInput', {
  description: 'An operator of a new website.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name shown to customers, at most 100 characters.' }),
    email: t.string({
      required: true,
      description: 'Email address for signing in. Unique within the website.',
    }),
    role: t.field({ type: OperatorRole, required: true, description: 'What they may do.' }),
  }),
})

mutation('createWebsite', {
  description: 'Creates a website. Only with the server’s root key.',
  scope: { root: true },
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name shown to customers, at most 100 characters.' }),
    allowedDomains: t.stringList({
      description:
        'Hosts of the embedding pages, such as `app.acme.com` or `*.acme.com`, at most 100, and at most 4,000 ' +
        'characters in total, because they are sent in a header.',
    }),
    operators: t.field({ type: [NewOperatorInput], description: 'First operators, at most 100.' }),
    websiteId: t.string({ description: 'UUID to keep from another system; generated if omitted.' }),
    secret: t.string({
      description: 'Customer secret to keep from another system, 32 to 500 characters; generated if omitted.',
    }),
  }),
  input: z.object({
    name,
    allowedDomains: z
      .array(allowedDomain)
      .max(100, 'A new website can have at most 100 domains')
      .superRefine((domains, check) => {
        const excess = domains.find((_, at) => !hasRoom(domains.slice(0, at + 1)))
        if (excess) check.addIssue(broken('DOMAINS_FULL', noRoomFor(excess), excess))
      })
      .nullish(),
    operators: z
      .array(
        z.object({
          name,
          email: emailAddress,
          role: z.enum(['ADMIN', 'AGENT']),
        }),
      )
      .max(100, 'A new website can have at most 100 operators')
      .nullish(),
    websiteId: z.string().refine(isUuid, 'The id must be a UUID').nullish(),
    secret: z.string().min(32, 'A secret must have at least 32 characters').max(500).nullish(),
  }),
  errors: [Conflict],
  work: (input) => createWebsite(input),
  payload: (t) => ({
    website: t.prismaField({
      type: Website,
      description: 'The new website.',
      resolve: (query, { websiteId }) =>
        readBack(db.website.findUnique({ ...query, where: { id: websiteId } })),
    }),
    websiteId: t.exposeString('websiteId', { description: 'Plain UUID, for URLs and `openSession`.' }),
    secret: t.exposeString('secret', { description: 'Secret that signs customers’ email addresses.' }),
    operatorSecret: t.exposeString('operatorSecret', {
      description: 'Secret that signs operators’ sign-in links.',
    }),
    apiKey: t.exposeString('apiKey', {
      description: 'An API key with every scope. It cannot be read again.',
    }),
  }),
})
