import type { TestWebsite } from './website.ts'

/** What others see while something is done: the times in milliseconds of each look at /livez and at a customer's list. */
export async function beside<Result>(website: TestWebsite, work: () => Promise<Result>) {
  const victim = await website.customer('victim@example.com')
  const times = { livez: [] as number[], list: [] as number[] }
  let done = false
  async function look(name: keyof typeof times, once: () => Promise<unknown>) {
    do {
      const start = performance.now()
      await once()
      times[name].push(performance.now() - start)
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
  return { result, times }
}
