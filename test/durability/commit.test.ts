import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'

await startApp()
const { db } = await import('../../server/database/db.ts')
await db.$executeRaw`CREATE TABLE "Scratch" ("id" int, CONSTRAINT "once" UNIQUE ("id") DEFERRABLE INITIALLY DEFERRED)`

const rows = () => db.$queryRaw<{ id: number }[]>`SELECT "id" FROM "Scratch" ORDER BY "id"`
const insert = (id: number) => db.$executeRaw`INSERT INTO "Scratch" VALUES (${id})`

describe('a transaction whose COMMIT fails', () => {
  test('is not acknowledged and leaves nothing behind', async () => {
    const work = db.$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO "Scratch" VALUES (1)`
      await tx.$executeRaw`INSERT INTO "Scratch" VALUES (1)`
      return 'done'
    })
    await expect(work).rejects.toThrow()
    expect(await rows()).toEqual([])
  })

  test('does not disturb concurrent and later ones', async () => {
    const work = Array.from({ length: 20 }, (_, index) =>
      db.$transaction(async (tx) => {
        await tx.$executeRaw`INSERT INTO "Scratch" VALUES (${index})`
        if (index % 4 === 1) await tx.$executeRaw`INSERT INTO "Scratch" VALUES (${index})`
        if (index % 4 === 2) throw new Error('changed its mind')
        return index
      }),
    )
    const outcomes = await Promise.allSettled(work)
    const acknowledged = outcomes.flatMap((outcome) =>
      outcome.status === 'fulfilled' ? [outcome.value] : [],
    )
    expect(acknowledged).toHaveLength(10)
    expect((await rows()).map(({ id }) => id)).toEqual(acknowledged)
    await insert(100)
    expect(await rows()).toHaveLength(11)
  })

  test('runs with the requested isolation level', async () => {
    const isolation = await db.$transaction(
      (tx) => tx.$queryRaw<{ transaction_isolation: string }[]>`SHOW transaction_isolation`,
      { isolationLevel: 'Serializable' },
    )
    expect(isolation).toEqual([{ transaction_isolation: 'serializable' }])
  })
})
