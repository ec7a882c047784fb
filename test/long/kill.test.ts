import { test } from 'vitest'
import { killRounds } from '../durability/kill-round.ts'

test('a server killed twenty times in the middle of many writes has lost nothing that it acknowledged', () =>
  killRounds(20))
