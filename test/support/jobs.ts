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
