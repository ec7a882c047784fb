import pg from 'pg'
import { expect, test } from 'vitest'
import { rowId, someone, startEmailing } from '../support/emailing.ts'
import { postgres } from '../support/environment.ts'

const { company, server, db, variables } = await startEmailing()

/** Whether somebody waits for the caller's lock, and whether the ticket is free. */
const state = `
  SELECT EXISTS (
    SELECT FROM pg_locks "own" JOIN pg_locks "other" USING ("locktype", "database", "classid", "objid")
    WHERE "locktype" = 'advisory' AND "own"."pid" = pg_backend_pid() AND NOT "other"."granted"
  ) AS "waits", EXISTS (SELECT FROM "Ticket" WHERE "id" = $1 FOR UPDATE SKIP LOCKED) AS "free"`

test.skipIf(!postgres)(
  'a ticket is free while its emails wait for those of the customer’s others',
  async () => {
    const { open, reply } = await company()
    const jane = someone('jane')
    const ticketId = await open(jane)
    await server.count(jane, 1)
    const { customerId } = await db.ticket.findUniqueOrThrow({ where: { id: rowId(ticketId) } })
    const planner = new pg.Client({ connectionString: variables.DATABASE_URL })
    await planner.connect()
    await planner.query("SELECT pg_advisory_lock(hashtextextended('plan for ' || $1::text, 0))", [customerId])
    await reply(ticketId, 'Is it still burning?')
    await expect
      .poll(async () => (await planner.query(state, [rowId(ticketId)])).rows[0])
      .toEqual({ waits: true, free: true })
    await planner.end()
    await server.count(jane, 2)
  },
)
