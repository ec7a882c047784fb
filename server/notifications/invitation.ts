import { builder } from '../api/builder.ts'
import { Operator } from '../operators/operator.ts'
import { readsSettings } from '../settings/visibility.ts'
import { EmailState } from './email.ts'

const Invitation = builder.prismaObject('SignInLink', {
  name: 'Invitation',
  description: 'Invitation email of an operator. Its link works once, within 24 hours.',
  fields: (t) => ({
    state: t.expose('state', { type: EmailState, description: 'Delivery state.' }),
    attempts: t.exposeInt('attempts', { description: 'Number of delivery attempts.' }),
    failure: t.exposeString('failure', {
      description:
        'Why the last attempt failed, or why it was skipped; null if it was sent or not tried yet.',
      nullable: true,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Time it was queued.' }),
  }),
})

builder.prismaObjectField(Operator, 'invitation', (t) =>
  t.field({
    type: Invitation,
    description:
      'Latest invitation, stored for a month; null if there is none. Visible only to administrators and API keys ' +
      'with SETTINGS_READ.',
    nullable: true,
    select: (_args, _context, selection) => ({ invitation: selection({}, []) }),
    resolve: ({ invitation }, _args, context) => (readsSettings(context) ? invitation : null),
  }),
)
