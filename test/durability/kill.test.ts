import { test } from 'vitest'
import { killRounds } from './kill-round.ts'

test('a server killed during many writes has lost nothing that it acknowledged', () => killRounds(2))
