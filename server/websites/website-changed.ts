import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { readBack } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { liveStream, rethrow } from '../subscriptions/live-stream.ts'
import { SharedReads } from '../subscriptions/shared-reads.ts'
import { topics } from '../wakeups/wake.ts'
import { Website } from './website.ts'

interface Change {
  /** The website's. */
  id: string
}

// One object for all readers, so that they share its result.
const changes = new SharedReads<Change>()

builder.subscriptionField('websiteChanged', (t) =>
  t.prismaField({
    type: Website,
    description:
      'The website, each time its categories, frequently asked questions, settings or styles change.',
    authScopes: { member: true },
    subscribe: (_root, _args, context) => {
      const { websiteId } = member(context)
      return liveStream(context, topics.website(websiteId), async ({ woken, since }) => ({
        items: woken ? [await changes.read(websiteId, since, async () => ({ id: websiteId }))] : [],
      })) as AsyncIterable<Change>
    },
    resolve: (query, payload) =>
      readBack(db.website.findUnique({ ...query, where: { id: rethrow<Change>(payload).id } })),
  }),
)
