import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { follow } from '../support/live.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const fresh = () => createTestWebsite(origin, rootKey)

describe('categories', () => {
  test('are created, renamed, moved and deleted, and tickets keep the name', async () => {
    const website = await fresh()
    const admin = await website.operator()
    const names = 'categories { id name position }'
    await admin.run('createCategory', { name: 'Billing' }, names)
    const made = await admin.run('createCategory', { name: ' Bugs\n' }, `category { id } ${names}`)
    const { id } = made.category
    const { ticket } = await (await website.customer('jane@example.com')).run(
      'openTicket',
      { subject: 'Broken', body: 'It is', categoryId: id },
      'ticket { id }',
    )
    const renamed = await admin.run('updateCategory', { id, name: 'Faults' }, names)
    expect(renamed.categories.map(({ name }: { name: string }) => name)).toEqual(['Billing', 'Faults'])
    const moved = await admin.run('moveCategory', { id, position: 1 }, names)
    expect(moved.categories).toMatchObject([
      { name: 'Faults', position: 1 },
      { name: 'Billing', position: 2 },
    ])
    const deleted = await admin.run('deleteCategory', { id }, `deletedId ${names}`)
    expect(deleted).toMatchObject({ deletedId: id, categories: [{ name: 'Billing', position: 1 }] })
    const read = await admin.ask(
      'query ($id: ID!) { ticket(id: $id) { categoryName category { id } } }',
      ticket,
    )
    expect(read.ticket).toEqual({ categoryName: 'Bugs', category: null })
  })

  test('are limited to fifty, with unique names', async () => {
    const website = await fresh()
    for (let number = 1; number <= 45; number++) {
      await website.key.run('createCategory', { name: `C${number}` }, '__typename')
    }
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) => website.key.attempt('createCategory', { name: `D${index}` })),
    )
    expect(results.filter(({ __typename }) => __typename === 'CreateCategoryPayload')).toHaveLength(5)
    expect(results.filter(({ __typename }) => __typename === 'LimitReached')).toHaveLength(5)
    const again = await (await fresh()).key
    await again.run('createCategory', { name: 'Billing' }, '__typename')
    expect(await again.attempt('createCategory', { name: 'billing' })).toMatchObject({
      issues: [{ path: ['input', 'name'] }],
    })
    await again.run('createCategory', { name: 'Ärger' }, '__typename')
    expect(await again.attempt('createCategory', { name: 'ÄRGER' })).toMatchObject({ issues: [{}] })
    // Wildcards in a search of the database.
    for (const name of ['%', '_______', '\\']) await again.run('createCategory', { name }, '__typename')
  })
})

describe('frequently asked questions', () => {
  test('are limited to five, even when twenty are created at once', async () => {
    const website = await fresh()
    const results = await Promise.all(
      Array.from({ length: 20 }, () => website.key.attempt('createFaq', { question: 'Q', answer: 'A' })),
    )
    const counts = Object.groupBy(results, ({ __typename }) => __typename as string)
    expect(
      Object.entries(counts)
        .map(([name, list]) => [name, list?.length])
        .sort(),
    ).toEqual([
      ['CreateFaqPayload', 5],
      ['LimitReached', 15],
    ])
    expect(await db.faq.count({ where: { websiteId: website.websiteId } })).toBe(5)
  })

  test('are as many as the website allows, which is never less than there are', async () => {
    const { key } = await fresh()
    const most = (maxFaqs: number) => key.attempt('updateWebsite', { maxFaqs }, 'website { maxFaqs }')
    const add = () => key.attempt('createFaq', { question: 'Q', answer: 'A' }, 'faqs { id }')
    expect(await most(7)).toMatchObject({ website: { maxFaqs: 7 } })
    for (let count = 1; count <= 7; count++) expect((await add()).faqs).toHaveLength(count)
    expect(await add()).toMatchObject({
      __typename: 'LimitReached',
      message: expect.stringContaining('at most 7'),
    })
    const reason = { path: ['input', 'maxFaqs'], message: 'There are 7 questions: delete some first' }
    expect(await most(6)).toMatchObject({ __typename: 'InvalidInput', issues: [reason] })
    for (const wrong of [4, 51]) expect((await most(wrong)).__typename).toBe('InvalidInput')
    expect(await key.ask('{ website { maxFaqs faqs { id } } }')).toMatchObject({ website: { maxFaqs: 7 } })
  })

  test('count how often customers open them, for the team only', async () => {
    const website = await fresh()
    const { faq } = await website.key.run(
      'createFaq',
      { question: 'How?', answer: 'So: <b>' },
      'faq { id answerHtml }',
    )
    expect(faq.answerHtml).toBe('<p>So: &lt;b&gt;</p>')
    const customer = await website.customer('jane@example.com')
    const seen = await customer.run('viewFaq', { id: faq.id }, 'faq { viewCount }')
    expect(seen.faq.viewCount).toBeNull()
    const { website: read } = await website.key.ask('{ website { faqs { viewCount } } }')
    expect(read.faqs).toEqual([{ viewCount: 1 }])
  })
})

test('an open frame is notified of changed categories, questions and styles', async () => {
  const website = await fresh()
  const changes = follow(
    await website.customer('jane@example.com'),
    'subscription { websiteChanged { categories { name } customStyles { styles } } }',
  )
  await changes.connected
  await website.key.run('createCategory', { name: 'Billing' }, '__typename')
  await website.key.run('updateCustomization', { headHtml: '<style>a{}</style>' }, '__typename')
  const items = await changes.count(2)
  expect(items.at(-1)).toEqual({
    websiteChanged: { categories: [{ name: 'Billing' }], customStyles: { styles: ['a{}'] } },
  })
})
