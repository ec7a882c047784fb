import { builder } from './builder.ts'
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
  description: 'An expected failure: part of the answer, not of `errors`. Nothing was changed.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What went wrong, in English, for developers.' }),
  }),
})

const InputIssue = builder.objectRef<Issue>('InputIssue').implement({
  description: 'One rule that the input breaks.',
  fields: (t) => ({
    path: t.exposeStringList('path', {
      description: 'Where: from `input` on, list indexes as texts: `["input", "participants", "0"]`.',
    }),
    message: t.exposeString('message', { description: 'What is wrong there, in English.' }),
  }),
})

builder.objectType(InvalidInput, {
  name: 'InvalidInput',
  description: 'The input breaks one rule or several.',
  interfaces: [UserError],
  fields: (t) => ({
    issues: t.field({
      type: [InputIssue],
      description: 'Every broken rule.',
      resolve: (error) => error.issues,
    }),
  }),
})

builder.objectType(NotFound, {
  name: 'NotFound',
  description: 'There is no such thing, or it is not the caller’s to see: the two are not told apart.',
  interfaces: [UserError],
})

builder.objectType(LimitReached, {
  name: 'LimitReached',
  description: 'There are as many of these as there may be.',
  interfaces: [UserError],
  fields: (t) => ({ limit: t.exposeInt('limit', { description: 'How many there may be.' }) }),
})

builder.objectType(Conflict, {
  name: 'Conflict',
  description:
    'The call contradicts an earlier one, such as an idempotency key that came with another input.',
  interfaces: [UserError],
})

builder.objectType(NotAllowed, {
  name: 'NotAllowed',
  description:
    'Signing in was refused. Which check failed is not said; the integration check tells administrators.',
  interfaces: [UserError],
})

builder.objectType(NotDelivered, {
  name: 'NotDelivered',
  description: 'The mail server did not take the mail; the message is what it said.',
  interfaces: [UserError],
})
