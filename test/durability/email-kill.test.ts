import { test } from 'vitest'
import { killWhileEmailing } from './email-kill-rounds.ts'

/** More rounds by hand: `MAIL_KILL_ROUNDS=10 npx vitest run --config test/vitest.config.ts durability/email-kill`. */
const rounds = Number(process.env.MAIL_KILL_ROUNDS ?? 1)

test(
  'replies acknowledged before a kill -9 are emailed by the next process, once or as the identical email',
  (context) => killWhileEmailing(context, rounds),
  600_000,
)
