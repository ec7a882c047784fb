import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)

test.for<[what: string, body: object]>([
  ['whose field does not exist', { query: '{ nope }' }],
  ['that is no GraphQL', { query: '{' }],
  ['of another build', { documentId: 'nonsense', extensions: {} }],
  ['without a text', {}],
  ['that is too large', { query: `{ nope }${' '.repeat(512 * 1_024)}` }],
  [
    'with too many fields',
    { query: `{ ${'...F '.repeat(200)} } fragment F on Query { ${'viewer { __typename } '.repeat(20)} }` },
  ],
])('an answer over HTTP has its cost even to an operation %s', async ([, body]) => {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${website.apiKey}` },
    body: JSON.stringify(body),
  })
  const { errors, extensions } = await response.json()
  expect(errors.length).toBeGreaterThan(0)
  expect(extensions.cost).toMatchObject({ requested: 0, limit: expect.any(Number) })
})
