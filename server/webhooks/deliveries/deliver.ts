import { Prisma } from '../../../prisma/generated/client/client.ts'
import { db, transaction } from '../../database/db.ts'
import { rows } from '../../database/rows.ts'
import type { Outcome } from '../../jobs/jobs.ts'
import type { Jobs } from '../../jobs/queues.ts'
import { attempt } from './attempt.ts'
import { claimedFor } from './backoff.ts'
import { lockEndpoint, soonest, startTurn } from './schedule.ts'

/** Requests to one endpoint at a time. */
const parallel = 4
/** Milliseconds after which an endpoint’s job lets those of others have their turn. */
const turnLength = 10_000

let stopping = false

/** Whether jobs stop after the requests in flight, for shutdown. */
export function stopDelivering(stop: boolean): void {
  stopping = stop
}

/**
 * Sends what is due to an endpoint, then schedules its next job: each endpoint has one, which is its queue. So an
 * endpoint that is slow or dead occupies one worker for seconds, however much is waiting for it.
 */
export async function deliverWebhooks({ endpointId, turn }: Jobs['webhooks']): Promise<Outcome> {
  const end = Date.now() + turnLength
  async function lane(): Promise<void> {
    while (!stopping && Date.now() < end) {
      const id = await claim(endpointId, turn)
      if (!id) return
      await attempt(id)
    }
  }
  await Promise.all(Array.from({ length: parallel }, lane))
  await scheduleNext(endpointId, turn)
  return 'done'
}

/** The delivery that is due first; none in an obsolete job. Tests are sent even if the endpoint is disabled or rests. */
async function claim(endpointId: string, turn: number): Promise<string | undefined> {
  const now = new Date()
  const until = new Date(now.getTime() + claimedFor)
  const [claimed] = await db.$queryRaw<{ id: string }[]>`
    UPDATE "WebhookDelivery" SET "nextAttemptAt" = ${until}::timestamptz WHERE "id" = (
      SELECT "delivery"."id" FROM "WebhookDelivery" AS "delivery"
      JOIN "WebhookEndpoint" AS "endpoint" ON "endpoint"."id" = "delivery"."endpointId"
      WHERE "endpoint"."id" = ${endpointId}::uuid AND "endpoint"."turn" = ${turn}
        AND "delivery"."nextAttemptAt" <= ${now}::timestamptz
        AND ("delivery"."eventId" IS NULL OR ("endpoint"."enabled"
          AND coalesce("endpoint"."restsUntil" <= ${now}::timestamptz, true)))
      ORDER BY "delivery"."nextAttemptAt", "delivery"."id" LIMIT 1
      FOR UPDATE OF "delivery" SKIP LOCKED)
    RETURNING "id"`
  return claimed?.id
}

async function scheduleNext(endpointId: string, turn: number): Promise<void> {
  await transaction(async (tx) => {
    const endpoint = await lockEndpoint(tx, endpointId)
    if (endpoint?.turn !== turn) return
    const next = await rows<{ at: Date | null; isTest: boolean }>(
      Prisma.sql`
        SELECT min("nextAttemptAt") AS "at", "eventId" IS NULL AS "isTest" FROM "WebhookDelivery"
        WHERE "endpointId" = ${endpointId}::uuid AND "nextAttemptAt" IS NOT NULL GROUP BY "isTest"`,
      tx,
    )
    const earliest = soonest(endpoint).getTime()
    const times = next.map(({ at, isTest }) => Math.max(isTest ? 0 : earliest, at?.getTime() ?? 0))
    if (times.length === 0) {
      await tx.webhookEndpoint.update({ where: { id: endpointId }, data: { wakesAt: null } })
    } else await startTurn(tx, endpoint, new Date(Math.min(...times)))
  })
}
