/**
 * Milliseconds of CPU time that `work` takes on this thread, whatever else the machine does. Compared with a generous
 * limit, it detects work that grows out of proportion.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}
