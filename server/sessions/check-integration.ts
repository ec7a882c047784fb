import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { coded } from '../api/errors.ts'
import { websiteAccess } from '../identity/website.ts'
import type { Check } from './check.ts'
import { checkIframe } from './integration-checks.ts'
import { checkSession } from './session-checks.ts'

const CheckedSessionInput = builder.inputType('CheckedSessionInput', {
  description: 'What a page passes to `openSession`.',
  fields: (t) => ({
    websiteId: t.string({ required: true, description: 'The website’s plain UUID.' }),
    email: t.string({ required: true, description: 'Address, exactly as it was signed.' }),
    hmac: t.string({ required: true, description: 'The signature.' }),
    expires: t.int({ description: 'For operators: Unix time in seconds.' }),
    participants: t.stringList({ description: 'Addresses that follow the tickets opened in this session.' }),
  }),
})

const CheckIntegrationInput = builder.inputType('CheckIntegrationInput', {
  description: 'What to look at.',
  fields: (t) => ({
    url: t.string({
      description: 'The iframe’s address, or the whole tag, as your page has it. This or `openSession`.',
    }),
    openSession: t.field({
      type: CheckedSessionInput,
      description:
        'The call’s input, for pages that sign in over the API; `referrer` is then its Origin header.',
    }),
    referrer: t.string({ required: true, description: 'Address or host of the page that embeds it.' }),
  }),
})

const IntegrationCheckItem = builder.objectRef<Check>('IntegrationCheckItem').implement({
  description: 'One thing that was looked at.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description:
        'What: `quotes`, `address`, `website`, `arguments`, `email`, `hmac`, `expires`, `domain`, ' +
        '`participants`, `referrerpolicy`, `sandbox`.',
    }),
    ok: t.exposeBoolean('ok', { description: 'Whether it is right.' }),
    message: t.exposeString('message', { description: 'What was found, in English.' }),
    remedy: t.exposeString('remedy', {
      description: 'How to mend it; null when it is right.',
      nullable: true,
    }),
  }),
})

const IntegrationCheck = builder.objectRef<Check[]>('IntegrationCheck').implement({
  description: 'What is right and what is wrong with an iframe.',
  fields: (t) => ({
    ok: t.boolean({
      description: 'Whether the iframe works.',
      resolve: (checks) => checks.every(({ ok }) => ok),
    }),
    checks: t.field({
      type: [IntegrationCheckItem],
      description: 'Check by check.',
      resolve: (checks) => checks,
    }),
  }),
})

builder.queryField('checkIntegration', (t) =>
  t.field({
    type: IntegrationCheck,
    description:
      'Says what is right and what is wrong with an iframe that a developer built, and how to mend it.',
    nullable: true,
    authScopes: { readSettings: true },
    args: { input: t.arg({ type: CheckIntegrationInput, required: true, description: 'What to look at.' }) },
    resolve: async (_root, { input }, context) => {
      const website = await websiteAccess(member(context).websiteId)
      const { url, openSession, referrer } = input
      if (JSON.stringify(input).length > 10_000) throw coded('BAD_USER_INPUT', 'This is too long to be a tag')
      if ((url == null) === (openSession == null))
        throw coded('BAD_USER_INPUT', 'Give either `url` or `openSession`')
      if (!website) return null
      if (openSession) return checkSession(website, openSession, referrer)
      return checkIframe(website, url ?? '', referrer)
    },
  }),
)
