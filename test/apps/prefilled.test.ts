import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { bootOf, load, newAddress } from '../support/page.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const create = async (name: string) =>
  (await website.key.run('createCategory', { name }, 'category { id }')).category.id as string
const [billing, straße] = [await create('Billing'), await create('Straße & Co')]

async function bootFor(more: Record<string, string>, query = '') {
  const url = website.frameUrl('jane@example.com', more) + query
  return bootOf(await load(url, { referer: `${dashboard}/`, ...newAddress() }))
}

describe('the form for a new ticket', () => {
  test.for<[more: Record<string, string>, draft: object]>([
    [{ subject: 'Order 4821' }, { subject: 'Order 4821' }],
    [{ body: 'One\nTwo' }, { body: 'One\nTwo' }],
    [
      { subject: '</template><b>', body: '&' },
      { subject: '</template><b>', body: '&' },
    ],
    [{ subject: 'x'.repeat(5_000) }, { subject: 'x'.repeat(5_000) }],
    [
      { subject: 'a\0b', body: `${'b'.repeat(4_095)}😀` },
      { subject: 'ab', body: `${'b'.repeat(4_095)}😀` },
    ],
    [{ category: billing }, { categoryId: billing }],
    [{ category: ' billing ' }, { categoryId: billing }],
    [{ category: 'STRASSE & CO', subject: 'A' }, { subject: 'A' }],
    [{ category: 'straße & co' }, { categoryId: straße }],
    [{ category: 'Unknown', body: 'B' }, { body: 'B' }],
    [{ 'field.order': 'AB-12' }, { fields: { order: 'AB-12' } }],
    [
      { 'field.Order_Number': ' <b>', 'field.plan': '', category: billing },
      { fields: { order_number: ' <b>', plan: '' }, categoryId: billing },
    ],
    [{ 'field.order': `${'x'.repeat(600)}\0`, 'field.': 'A' }, { fields: { order: 'x'.repeat(600) } }],
  ])('starts with %j', async ([more, draft]) => {
    const boot = await bootFor(more)
    expect(boot.ticket).toBe('new')
    expect(boot.draft).toEqual({ subject: '', body: '', categoryId: '', fields: {}, ...draft })
  })

  test.for<Record<string, string>>([
    {},
    { subject: '' },
    { category: 'Unknown' },
    { category: '' },
    { field: 'A', fields: 'B' },
    { 'field.__proto__': 'C', 'field.a b': 'D' },
  ])('is not opened by %j', async (more) => {
    const boot = await bootFor(more)
    expect([boot.ticket, boot.draft]).toEqual([undefined, undefined])
  })

  test('takes the first of several values, and no lists', async () => {
    const { draft } = await bootFor({ subject: 'A' }, '&subject=B&body[]=C&field.a=D&field.a=E&field.b[]=F')
    expect(draft).toEqual({ subject: 'A', body: '', categoryId: '', fields: { a: 'D' } })
  })

  test('starts with at most twenty values of fields', async () => {
    const query = Array.from({ length: 30 }, (_, at) => `&field.f${at}=${at}`).join('')
    expect(Object.keys((await bootFor({}, query)).draft.fields)).toHaveLength(20)
  })

  test('waits for a ticket that is to be opened first', async () => {
    const boot = await bootFor({ ticket: '41', subject: 'A' })
    expect([boot.ticket, boot.draft.subject]).toEqual(['41', 'A'])
  })
})
