import { test } from 'vitest'
import { killWhilePosting } from '../webhooks/kill-rounds.ts'

// Each kill is followed by a start, and by up to a minute and a half until its endpoint's job returns.
test('every one of ten thousand events is posted under its own id across ten kills', async () => {
  await killWhilePosting(10, 10_000)
}, 3_600_000)
