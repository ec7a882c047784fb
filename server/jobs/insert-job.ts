import { Prisma } from '../../prisma/generated/client/client.ts'
import type { JobName } from './queues.ts'

/**
 * The row that pg-boss's own `send` would create, as part of any statement: that takes a statement of sixty lines.
 * `after` is in seconds from now.
 */
export const insertJob = (name: JobName, data: object, after = 0) => Prisma.sql`
  INSERT INTO "pgboss"."job_common" ("name", "data", "start_after", "created_on", "keep_until", "expire_seconds",
    "deletion_seconds", "retry_limit", "retry_delay", "retry_backoff", "retry_delay_max", "policy", "dead_letter",
    "heartbeat_seconds")
  SELECT "name", ${JSON.stringify(data)}::jsonb, "due", now(), "due" + "retention_seconds" * interval '1s',
    "expire_seconds", "deletion_seconds", "retry_limit", "retry_delay", "retry_backoff", "retry_delay_max", "policy",
    "dead_letter", "heartbeat_seconds"
  FROM "pgboss"."queue", (SELECT now() + ${after}::int * interval '1s' AS "due") AS "time" WHERE "name" = ${name}`
