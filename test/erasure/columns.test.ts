import { expect, test } from 'vitest'
import { columns } from './columns.ts'
import { textColumns } from './schema-columns.ts'

test('every column that can hold text says what erasing a person does with it', () => {
  const all = textColumns().map(({ name }) => name)
  expect(all.length).toBeGreaterThan(80)
  expect(Object.keys(columns).sort()).toEqual(all.sort())
})
