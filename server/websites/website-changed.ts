import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { readBack } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { liveStream, rethrow } from '../events/live-stream.ts'
import { topics } from '../events/wakeups.ts'
import { Website } from './website.ts'

builder.subscriptionField('websiteChanged', (t) =>
  t.prismaField({
    type: Website,
    description:
      'The website, each time its categories, frequently asked questions, settings or styles change.',
    authScopes: { member: true },
    subscribe: (_root, _args, context) => {
      const { websiteId } = member(context)
      return liveStream(context, topics.website(websiteId), async function* (news) {
        for await (const { woken } of news) {
          await context.recheck()
          if (woken) yield websiteId
        }
      }) as AsyncIterable<string>
    },
    resolve: (query, payload) =>
      readBack(db.website.findUnique({ ...query, where: { id: rethrow(payload as string | Error) } })),
  }),
)
