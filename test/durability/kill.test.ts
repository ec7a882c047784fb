import { test } from 'vitest'
import { killRounds } from './kill-round.ts'

test('a server killed in the middle of many writes has lost nothing that it acknowledged', () =>
  killRounds(2))
