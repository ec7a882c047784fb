import { expect, test } from 'vitest'
import { acceptOf } from '../../../client/attachments/accept-of.ts'

test.for<[string[], string | undefined]>([
  [[], ''],
  [['image/*', 'application/pdf'], 'image/*,application/pdf'],
  [['text/csv', 'application/x-cfb'], 'text/csv,.csv,application/x-cfb,.doc,.xls,.ppt,.msg'],
  [['image/png', 'text/plain'], undefined],
  [['text/*'], undefined],
])('for %j, a file input offers %j', ([types, accept]) => {
  expect(acceptOf(types)).toBe(accept)
})
