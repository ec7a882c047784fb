import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { postgres } from '../support/environment.ts'

const { variables } = await startApp()
const { publishElsewhere } = await import('../../server/wakeups/publish.ts')
const { listenToAll } = await import('../../server/wakeups/deliver.ts')
const { channel } = await import('../../server/wakeups/notice.ts')
const { topics } = await import('../../server/wakeups/wake.ts')

// Without PostgreSQL there are no other processes.
test.skipIf(!postgres)(
  'wake-ups of one moment go to other processes in as few notifications as hold them',
  async () => {
    const payloads: string[] = []
    const other = new pg.Client({ connectionString: variables.DATABASE_URL })
    await other.connect()
    other.on('notification', ({ payload = '' }) => payloads.push(payload))
    await other.query('LISTEN ticket_center')
    const sent = Array.from({ length: 200 }, () => topics.reader(randomUUID(), 'jane@example.com'))
    for (const topic of sent) publishElsewhere({ topics: [topic] })
    const arrived = () =>
      payloads.flatMap((payload) =>
        JSON.parse(payload).wakes.flatMap((wake: { topics: string[] }) => wake.topics),
      )
    await expect.poll(arrived).toEqual(expect.arrayContaining(sent))
    const own = payloads.filter((payload) => sent.some((topic) => payload.includes(topic)))
    expect(own.length).toBe(Math.ceil(own.join('').length / 8_000))
    expect(Math.max(...own.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8_000)
    await other.end()
  },
)

test.skipIf(!postgres)('a notification that nobody here can handle ends nothing', async () => {
  const [broken, fine] = [randomUUID(), randomUUID()]
  const heard: (string | undefined)[] = []
  listenToAll(({ ticketId }) => {
    heard.push(ticketId)
    if (ticketId === broken) throw new TypeError('Not today')
  })
  const other = new pg.Client({ connectionString: variables.DATABASE_URL })
  await other.connect()
  const wakes = [broken, fine].map((ticketId) => ({ topics: [], ticketId }))
  await other.query('SELECT pg_notify($1, $2)', [
    channel,
    JSON.stringify({ version: 1, from: 'another', wakes }),
  ])
  await expect.poll(() => heard).toEqual(expect.arrayContaining([broken, fine]))
  await other.end()
})
