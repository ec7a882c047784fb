import { expect, test } from 'vitest'
import { encodeGlobalID } from '../../server/api/global-id.ts'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { hostileCaller, hostilePlaces, hostileTexts } from './hostile-calls.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const faq = await db.faq.create({
  data: { websiteId: website.websiteId, question: 'Q', answer: 'A', position: 1 },
})
const hostile = hostileTexts(website.websiteId)
const places = await hostilePlaces()
const expectNoInternalError = await hostileCaller(origin, rootKey, website)

test('every text and id in an argument is covered', () => {
  expect(places.length).toBeGreaterThan(60)
})

// Every third text, beginning with another one each time. All of them: test/long/hostile-texts.test.ts.
test.for(places.map((place, index) => ({ ...place, index })))(
  'no hostile text causes an internal error in $name',
  ({ index, ...place }) =>
    expectNoInternalError(
      place,
      hostile.filter((_, at) => (at + index) % 3 === 0),
    ),
)

test.for([
  ['createCategory', { name: '' }],
  ['createFaq', { question: '', answer: 'A' }],
  ['createFaq', { question: 'Q', answer: '' }],
  ['updateFaq', { id: encodeGlobalID('Faq', faq.id), answer: '' }],
  ['addOperator', { name: '', email: 'new@acme.com', role: 'AGENT' }],
  ['createApiKey', { name: '', scopes: ['TICKETS_READ'] }],
  ['updateWebsite', { name: '' }],
  ['updateEmailSettings', { fromName: '\u200b' }],
] as const)('a blank text is refused by %s: %o', async ([mutation, input]) => {
  for (const blank of ['\u200b\u200d', '\u3164\u2800 ', '\u202e\ufeff', '\u00ad\n']) {
    const values = Object.entries(input).map(([name, value]) => [name, value || blank])
    expect(await website.key.attempt(mutation, Object.fromEntries(values))).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: ['input', expect.any(String)] }],
    })
  }
})
