/**
 * Milliseconds for which `work` keeps this thread's processor busy, whatever else the machine does meanwhile. Compared
 * with a limit far above what it takes, it tells work that grows out of all proportion from work that does not.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}
