import { test } from 'vitest'
import { killRounds } from '../durability/kill-round.ts'

test('a server killed twenty times during many writes has lost nothing that it acknowledged', () =>
  killRounds(20))
