import { websiteAccess } from '../access/website.ts'
import { builder } from '../builder.ts'
import { member } from '../context.ts'
import { coded } from '../errors.ts'
import { type Check, checkIntegration } from './integration-checks.ts'

const CheckIntegrationInput = builder.inputType('CheckIntegrationInput', {
  description: 'What to look at.',
  fields: (t) => ({
    url: t.string({
      required: true,
      description: 'The iframe’s address, or the whole tag, as your page has it.',
    }),
    referrer: t.string({ required: true, description: 'Address or host of the page that embeds it.' }),
  }),
})

const IntegrationCheckItem = builder.objectRef<Check>('IntegrationCheckItem').implement({
  description: 'One thing that was looked at.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description:
        'What: `quotes`, `address`, `website`, `arguments`, `email`, `hmac`, `domain`, `participants`.',
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
      if (`${input.url}${input.referrer}`.length > 10_000)
        throw coded('BAD_USER_INPUT', 'This is too long to be a tag')
      return website && checkIntegration(website, input.url, input.referrer)
    },
  }),
)
