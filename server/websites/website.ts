import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { db } from '../database/db.ts'
import { plannedWebsite, websiteAnswers } from './planned-website.ts'

export const Website = builder.prismaNode('Website', {
  description: 'A company that embeds the ticket center.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, AND: [{ id: member(context).websiteId }] }),
  fields: (t) => ({
    websiteId: t.exposeString('id', {
      description: 'Plain id, as in addresses of the ticket center and in `openSession`.',
    }),
    name: t.exposeString('name', { description: 'Name shown to customers.' }),
    locale: t.exposeString('locale', {
      description: 'Language (BCP 47) for visitors whose language is not supported.',
    }),
    typingEnabled: t.exposeBoolean('typingEnabled', {
      description: 'Whether customers and the team can see when the other is typing.',
    }),
    followUpAfterDays: t.exposeInt('followUpAfterDays', {
      description:
        'Days after which a solved ticket is closed: a reply from its customer or a participant then opens a new ' +
        'ticket as its follow-up. Null if a reply always reopens the ticket.',
      nullable: true,
    }),
    medianFirstReplySeconds: t.exposeInt('medianFirstReplySeconds', {
      description:
        'How long customers usually wait for the team’s first reply, in seconds: the median of the newest 500 tickets ' +
        'that they opened in the last 30 days, computed once an hour; null if fewer than five had a reply.',
      nullable: true,
    }),
  }),
})

builder.queryField('website', (t) =>
  t.field({
    type: Website,
    description: 'The caller’s website.',
    nullable: true,
    authScopes: { member: true },
    resolve: (_root, _args, context, info) => {
      const id = member(context).websiteId
      if (websiteAnswers.cover(info)) return plannedWebsite(id) as never
      return db.website.findUnique({ ...queryFromInfo({ context, info }), where: { id } })
    },
  }),
)
