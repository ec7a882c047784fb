import { describe, test } from 'vitest'
import { expectEndBy } from '../durability/crashes.ts'
import { killWhileEmailing } from '../durability/email-kill-rounds.ts'
import { killRounds } from '../durability/kill-round.ts'

test('a server killed twenty times during many writes has lost nothing that it acknowledged', () =>
  killRounds(20))

test('replies acknowledged before each of ten kills are emailed, once or as the identical email', (context) =>
  killWhileEmailing(context, 10))

describe('a server that crashes', () => {
  test.for(['SIGILL', 'SIGSEGV', 'SIGBUS', 'SIGFPE', 'SIGABRT', 'SIGTRAP'] as const)(
    'with %s ends instead of hanging',
    expectEndBy,
  )
})
