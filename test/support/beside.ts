import type { TestWebsite } from './website.ts'

/**
 * What others notice while something runs: milliseconds of each request to /livez and to a customer's list, and how
 * many of these ended before it was done.
 */
export async function beside<Result>(website: TestWebsite, work: () => Promise<Result>) {
  const victim = await website.customer('victim@example.com')
  const times = { livez: [] as number[], list: [] as number[] }
  const during = { livez: 0, list: 0 }
  let done = false
  async function look(name: keyof typeof times, once: () => Promise<unknown>) {
    do {
      const start = performance.now()
      await once()
      times[name].push(performance.now() - start)
      if (!done) during[name]++
      await new Promise((resolve) => setTimeout(resolve, 50))
    } while (!done)
  }
  const [result] = await Promise.all([
    work().finally(() => {
      done = true
    }),
    look('livez', async () => {
      const { status } = await fetch(`${website.origin}/livez`)
      if (status !== 200) throw new Error(`/livez: ${status}`)
    }),
    look('list', () => victim.ask('{ tickets(first: 25) { edges { node { subject } } totalCount } }')),
  ])
  return { result, times, during }
}
