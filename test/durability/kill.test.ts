import { test } from 'vitest'
import { killRounds } from './kill-round.ts'

// More kills: test/long/kill.test.ts.
test('a server killed during many writes has lost nothing that it acknowledged', () => killRounds(1))
