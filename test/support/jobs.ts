/** Milliseconds between checks of the job queue. */
const pause = 100

/** Resolves when no job is due: after that, nothing more happens on its own. */
export async function idle(): Promise<void> {
  const { db } = await import('../../server/database/db.ts')
  for (;;) {
    const [row] = await db.$queryRaw<{ due: number }[]>`
      SELECT count(*)::int AS due FROM pgboss.job
      WHERE state < 'completed' AND (state = 'active' OR start_after <= now())`
    if (row?.due === 0) return
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/** Lets the jobs of processes that died before then return at once, instead of after the time without a heartbeat. */
export async function returnJobs(before: Date): Promise<void> {
  const { db } = await import('../../server/database/db.ts')
  await db.$executeRaw`
    UPDATE pgboss.job SET heartbeat_on = now() - interval '1 minute' WHERE state = 'active' AND heartbeat_on < ${before}`
}
