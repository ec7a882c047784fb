import { issueCodes } from '../text/issue-codes.ts'
import { builder } from './builder.ts'
import { conflictCodes } from './conflict-codes.ts'
import {
  Conflict,
  InvalidInput,
  type InputIssue as Issue,
  LimitReached,
  NotAllowed,
  NotDelivered,
  NotFound,
} from './errors.ts'

const UserError = builder.interfaceRef<Error>('UserError').implement({
  description: 'An expected failure, returned as data instead of in `errors`. Nothing was changed.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What went wrong, in English, for developers.' }),
  }),
})

const InputIssueCode = builder.enumType('InputIssueCode', {
  description: 'What is wrong with a value. Later versions may add values.',
  values: issueCodes,
})

export const InputIssue = builder.objectRef<Issue>('InputIssue').implement({
  description: 'One problem with the input.',
  fields: (t) => ({
    path: t.exposeStringList('path', {
      description:
        'Path to the value, starting with `input`, list indexes as strings: `["input", "participants", "0"]`.',
    }),
    code: t.expose('code', {
      type: InputIssueCode,
      description: 'What is wrong. Unlike `message`, it stays the same when texts are reworded.',
    }),
    message: t.exposeString('message', { description: 'What is wrong, in English.' }),
    value: t.exposeString('value', {
      description:
        'What `message` names: a limit, a number, a label, a hint, a domain, or addresses; null if nothing.',
      nullable: true,
    }),
  }),
})

builder.objectType(InvalidInput, {
  name: 'InvalidInput',
  description: 'The input is invalid.',
  interfaces: [UserError],
  fields: (t) => ({
    issues: t.field({
      type: [InputIssue],
      description: 'Every problem, not only the first.',
      resolve: (error) => error.issues,
    }),
  }),
})

builder.objectType(NotFound, {
  name: 'NotFound',
  description: 'The object does not exist or the caller may not see it; the two are not distinguished.',
  interfaces: [UserError],
})

builder.objectType(LimitReached, {
  name: 'LimitReached',
  description: 'A limit of the website or ticket has been reached; `limit` is its value.',
  interfaces: [UserError],
  fields: (t) => ({ limit: t.exposeInt('limit', { description: 'Highest number allowed.' }) }),
})

const ConflictCode = builder.enumType('ConflictCode', {
  description: 'What a call conflicts with. Later versions may add values.',
  values: conflictCodes,
})

builder.objectType(Conflict, {
  name: 'Conflict',
  description:
    'The call conflicts with the current state or an earlier call, such as an idempotency key reused with ' +
    'different input.',
  interfaces: [UserError],
  fields: (t) => ({
    code: t.field({
      type: ConflictCode,
      description: 'What it conflicts with. Unlike `message`, it stays the same when texts are reworded.',
      resolve: ({ code }) => code,
    }),
    value: t.exposeString('value', {
      description: 'What `message` names: a label or a time (ISO 8601); null if nothing.',
      nullable: true,
    }),
  }),
})

builder.objectType(NotAllowed, {
  name: 'NotAllowed',
  description:
    'Sign-in was refused. The reason is not given here; administrators can find it with `checkIntegration`.',
  interfaces: [UserError],
})

builder.objectType(NotDelivered, {
  name: 'NotDelivered',
  description: 'The mail server refused the email; `message` is its response.',
  interfaces: [UserError],
})
