import { test } from 'vitest'
import { killWhilePosting } from '../webhooks/kill-rounds.ts'

// Each kill is followed by a start.
test('every one of ten thousand events is posted under its own id across twenty-five kills', async () => {
  await killWhilePosting(25, 10_000)
}, 3_600_000)
