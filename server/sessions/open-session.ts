import { z } from 'zod'
import { NotAllowed } from '../api/errors.ts'
import { take } from '../api/limits.ts'
import { mutation } from '../api/mutation.ts'
import { websiteAccess } from '../identity/website.ts'
import { log } from '../log/log.ts'
import { openWith, sessionPayload } from './session.ts'
import { allowedOrigin, proveCustomer, proveOperator } from './sign-in.ts'

/** Cleaned of what the database cannot store, and later by its kind. */
const unsigned = z.string().transform((text) => text.replaceAll('\0', ' '))

/** What browsers send by themselves, servers and apps forget. */
const withoutOrigin =
  'Signing in was refused: the request has no Origin header. Send the origin of a page on an allowed domain, such as ' +
  'https://app.acme.com'

mutation('openSession', {
  description:
    'Signs a customer in with the email and its HMAC, from a page on an allowed domain, by the Origin header, which ' +
    'browsers send by themselves and servers have to set; ' +
    'or an operator, with `expires` and the HMAC of `email:expires` under the operator secret.',
  scope: null,
  fields: (t) => ({
    websiteId: t.string({ required: true, description: 'The website’s plain UUID.' }),
    email: t.string({ required: true, description: 'Address, exactly as it was signed.' }),
    hmac: t.string({ required: true, description: 'HMAC-SHA256, 64 lower-case hexadecimal digits.' }),
    nickname: t.string({
      description: 'What to call the customer, cut to 100 characters on one line. Not verified.',
    }),
    locale: t.string({ description: 'Language to use (BCP 47).' }),
    participants: t.stringList({
      description:
        'Addresses that follow the tickets opened in this session, ten at most, each bare or as `Name <address>`. What ' +
        'is none is ignored, and named by `ignoredParticipants` when a ticket is opened.',
    }),
    expires: t.int({ description: 'For operators: Unix time in seconds, at most 24 hours ahead.' }),
  }),
  input: z.object({
    websiteId: z.string(),
    email: z.string().max(254),
    hmac: z.string(),
    nickname: unsigned.nullish(),
    locale: unsigned.nullish(),
    participants: z.array(unsigned).nullish(),
    expires: z.int().nullish(),
  }),
  cleaned: ['nickname', 'locale', 'participants'],
  errors: [NotAllowed],
  work: async (input, context) => {
    const website = await websiteAccess(input.websiteId)
    const origin = website && allowedOrigin(website, context.origin)
    const proof = !origin
      ? 'origin not allowed'
      : input.expires == null
        ? await proveCustomer(website, input, origin)
        : proveOperator(website, { ...input, expires: input.expires }, origin)
    if (typeof proof === 'object') return openWith(proof, context)
    log.info({ websiteId: website?.id, address: context.address, reason: proof }, 'session refused')
    await take('refusal', context.address)
    throw new NotAllowed(context.origin ? 'Signing in was refused' : withoutOrigin)
  },
  payload: sessionPayload,
})
