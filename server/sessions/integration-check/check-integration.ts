import { builder } from '../../api/builder.ts'
import { member } from '../../api/context.ts'
import { coded } from '../../api/errors.ts'
import { websiteAccess } from '../../identity/website.ts'
import { checkSession } from '../session-checks.ts'
import type { Check } from './check.ts'
import { findings } from './findings.ts'
import { checkIframe } from './integration-checks.ts'

const CheckedSessionInput = builder.inputType('CheckedSessionInput', {
  description: 'The arguments of an `openSession` call.',
  fields: (t) => ({
    websiteId: t.string({ required: true, description: 'The website’s plain UUID, not its global id.' }),
    email: t.string({ required: true, description: 'Email address, exactly as it was signed.' }),
    hmac: t.string({ required: true, description: 'HMAC-SHA256, 64 lower-case hexadecimal digits.' }),
    expires: t.int({ description: 'For operators: expiry in Unix seconds.' }),
    participants: t.stringList({ description: 'Participants of tickets opened in this session.' }),
  }),
})

const CheckIntegrationInput = builder.inputType('CheckIntegrationInput', {
  fields: (t) => ({
    url: t.string({
      description:
        'The iframe’s address or the whole tag, as in your page. Give either this or `openSession`.',
    }),
    openSession: t.field({
      type: CheckedSessionInput,
      description:
        'For pages that sign in through the API: the input of `openSession`; `referrer` is then its Origin header, as sent.',
    }),
    referrer: t.string({ required: true, description: 'Address or host of the embedding page.' }),
  }),
})

const IntegrationFinding = builder.enumType('IntegrationFinding', {
  description:
    'What a check has found: the name of the check, and the result. Later versions may add values.',
  values: findings,
})

const IntegrationCheckItem = builder.objectRef<Check>('IntegrationCheckItem').implement({
  description: 'The result of one check.',
  fields: (t) => ({
    code: t.expose('code', {
      type: IntegrationFinding,
      description: 'What was found. Unlike `message`, it stays the same when texts are reworded.',
    }),
    name: t.string({
      resolve: ({ code }) => code.replace(/_.*/, '').toLowerCase(),
      description:
        'Name of the check: `quotes`, `address`, `website`, `arguments`, `email`, `hmac`, `expires`, `domain`, ' +
        '`participants`, `referrerpolicy` or `sandbox`.',
    }),
    ok: t.exposeBoolean('ok', { description: 'Whether the check passed.' }),
    message: t.exposeString('message', { description: 'Finding, in English.' }),
    value: t.exposeString('value', {
      description:
        'What `message` names: an address, a host, an id, a list, or a number of characters; null if nothing.',
      nullable: true,
    }),
    fix: t.exposeString('fix', {
      description: 'How to fix it; null if the check passed.',
      nullable: true,
    }),
  }),
})

const IntegrationCheck = builder.objectRef<Check[]>('IntegrationCheck').implement({
  description: 'The result of checking an iframe or an `openSession` call.',
  fields: (t) => ({
    ok: t.boolean({
      description: 'Whether every check passed.',
      resolve: (checks) => checks.every(({ ok }) => ok),
    }),
    checks: t.field({
      type: [IntegrationCheckItem],
      description: 'Results, check by check.',
      resolve: (checks) => checks,
    }),
  }),
})

builder.queryField('checkIntegration', (t) =>
  t.field({
    type: IntegrationCheck,
    description:
      'Checks a developer’s iframe or `openSession` call and says how to fix it. The input is at most 10,000 ' +
      'characters.',
    nullable: true,
    authScopes: { readSettings: true },
    args: { input: t.arg({ type: CheckIntegrationInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const website = await websiteAccess(member(context).websiteId)
      const { url, openSession, referrer } = input
      if (JSON.stringify(input).length > 10_000)
        throw coded('BAD_USER_INPUT', 'The input can have at most 10,000 characters')
      if ((url == null) === (openSession == null))
        throw coded('BAD_USER_INPUT', 'Give either `url` or `openSession`')
      if (!website) return null
      if (openSession) return checkSession(website, openSession, referrer)
      return checkIframe(website, url ?? '', referrer)
    },
  }),
)
