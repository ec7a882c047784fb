import { test } from 'vitest'
import { killWhilePosting } from '../webhooks/kill-rounds.ts'

test('every one of ten thousand events is posted under its own id across twenty-five kills', () =>
  killWhilePosting(25, 10_000))
