import { z } from 'zod'
import { builder } from '../api/builder.ts'
import { Conflict, readBack } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { canonicalEmail, isEmail } from '../identity/email.ts'
import { isUuid } from '../identity/uuid.ts'
import { createWebsite } from './create.ts'
import { allowedDomain } from './domain.ts'
import { name } from './name.ts'
import { OperatorRole } from './operator-role.ts'
import { Website } from './website.ts'

const NewOperatorInput = builder.inputType('NewOperatorInput', {
  description: 'An operator to begin with.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name as customers see it.' }),
    email: t.string({ required: true, description: 'Address they sign in with.' }),
    role: t.field({ type: OperatorRole, required: true, description: 'What they may do.' }),
  }),
})

mutation('createWebsite', {
  description: 'Makes a website. For the server’s root key only.',
  scope: { root: true },
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name as customers see it.' }),
    allowedDomains: t.stringList({
      description: 'Hosts of the pages that embed it: `app.acme.com`, `*.acme.com`.',
    }),
    operators: t.field({ type: [NewOperatorInput], description: 'Operators to begin with.' }),
    websiteId: t.string({ description: 'Id (any UUID) that the website had elsewhere; made when left out.' }),
    secret: t.string({
      description: 'Secret that it had elsewhere, 32 characters or more; made when left out.',
    }),
  }),
  input: z.object({
    name,
    allowedDomains: z.array(allowedDomain).max(100, 'A website begins with at most 100 domains').nullish(),
    operators: z
      .array(
        z.object({
          name,
          email: z.string().transform(canonicalEmail).refine(isEmail, 'This is not an e-mail address'),
          role: z.enum(['ADMIN', 'AGENT']),
        }),
      )
      .max(100, 'A website begins with at most 100 operators')
      .nullish(),
    websiteId: z.string().refine(isUuid, 'An id is a UUID').nullish(),
    secret: z.string().min(32, 'A secret has at least 32 characters').max(500).nullish(),
  }),
  errors: [Conflict],
  work: (input) => createWebsite(input),
  payload: (t) => ({
    website: t.prismaField({
      type: Website,
      description: 'The website.',
      resolve: (query, { websiteId }) =>
        readBack(db.website.findUnique({ ...query, where: { id: websiteId } })),
    }),
    websiteId: t.exposeString('websiteId', { description: 'Its plain UUID, for URLs and `openSession`.' }),
    secret: t.exposeString('secret', { description: 'Secret that signs customers’ e-mails.' }),
    operatorSecret: t.exposeString('operatorSecret', {
      description: 'Secret that signs operators’ sign-in links.',
    }),
    apiKey: t.exposeString('apiKey', { description: 'An API key with every scope. Shown this once.' }),
  }),
})
