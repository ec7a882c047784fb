import { test } from 'vitest'
import { killWhilePosting } from './kill-rounds.ts'

/** More kills by hand: `WEBHOOK_KILLS=4 npx vitest run --config test/vitest.config.ts webhooks/kill`. */
const kills = Number(process.env.WEBHOOK_KILLS ?? 1)

test('after a kill -9 at any moment, every event is posted under its own id', () =>
  killWhilePosting(kills, 150))
