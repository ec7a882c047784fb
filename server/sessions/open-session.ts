import { z } from 'zod'
import { NotAllowed } from '../api/errors.ts'
import { take } from '../api/limits.ts'
import { mutation } from '../api/mutation.ts'
import { websiteAccess } from '../identity/website.ts'
import { log } from '../log/log.ts'
import { maxParticipants } from '../participants/invite.ts'
import { openWith, sessionPayload } from './session.ts'
import { allowedOrigin, proveCustomer, proveOperator } from './sign-in.ts'

/** Without characters that the database cannot store; cleaned further by its kind. */
const unsigned = z.string().transform((text) => text.replaceAll('\0', ' '))

/** Far more than are read: a page may pass anything. */
const firstOnes = (list: unknown) => (Array.isArray(list) ? list.slice(0, 10 * maxParticipants) : list)

/** Browsers send the header automatically; servers and apps tend to forget it. */
const withoutOrigin =
  'Sign-in refused: the request has no Origin header. Send the origin of a page on an allowed domain, such as ' +
  'https://app.acme.com'

mutation('openSession', {
  description:
    'Signs in a customer with `hmac`, the HMAC of `email` under the customer secret, or an operator with ' +
    '`expires` and the HMAC of `email:expires` under the operator secret. The Origin header must be on an ' +
    'allowed domain: browsers send it, servers have to set it.',
  scope: null,
  fields: (t) => ({
    websiteId: t.string({ required: true, description: 'The website’s plain UUID, not its global id.' }),
    email: t.string({ required: true, description: 'Email address, exactly as it was signed.' }),
    hmac: t.string({ required: true, description: 'HMAC-SHA256, 64 lower-case hexadecimal digits.' }),
    nickname: t.string({
      description: 'Name of the customer, cut to one line of 100 characters. Unverified.',
    }),
    locale: t.string({ description: 'Language of the customer (BCP 47).' }),
    participants: t.stringList({
      description:
        'Participants of tickets opened in this session, at most ten, each `address` or `Name <address>`. Invalid ' +
        'ones are ignored and returned as `ignoredParticipants` when a ticket is opened.',
    }),
    expires: t.int({
      description: 'For operators: expiry of the signature in Unix seconds, at most 24 hours ahead.',
    }),
  }),
  input: z.object({
    websiteId: z.string(),
    email: z.string().max(254),
    hmac: z.string(),
    nickname: unsigned.nullish(),
    locale: unsigned.nullish(),
    participants: z.preprocess(firstOnes, z.array(unsigned).nullish()),
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
    throw new NotAllowed(context.origin ? 'Sign-in refused' : withoutOrigin)
  },
  payload: sessionPayload,
})
