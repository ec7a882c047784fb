import { describe, test } from 'vitest'
import { readPoison, slowEmails } from '../inbound/poison-emails.ts'

describe('reading runs outside the server’s main thread:', () => {
  test.for(slowEmails(1))('%s', readPoison)
})
