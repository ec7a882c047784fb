import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { key } = website
const foreign = await createTestWebsite(origin, rootKey)
await foreign.openSession('jane@example.com')
for (const name of ['jane', 'joe', 'jill'])
  await website.openSession(`${name}@example.com`, { nickname: `${name} Doe` })

interface Page {
  emails: string[]
  endCursor: string
  startCursor: string
  hasNextPage: boolean
  hasPreviousPage: boolean
}
async function list(args = '', filter: object | null = null, fields = ''): Promise<Page> {
  const info = 'pageInfo { endCursor startCursor hasNextPage hasPreviousPage }'
  const query = `query ($filter: CustomerFilter) {
    customers(filter: $filter${args}) { edges { cursor node { email ${fields} } } ${info} } }`
  const { customers } = await key.ask(query, { filter })
  const emails = customers.edges.map(({ node }: { node: { email: string } }) => node.email.split('@')[0])
  return { emails, ...customers.pageInfo }
}
const emails = async (args?: string, filter?: object | null) => (await list(args, filter)).emails

describe('customers are listed', () => {
  test('by their last change, oldest first, only those of the website', async () => {
    expect(await emails()).toEqual(['jane', 'joe', 'jill'])
    await website.openSession('jane@example.com', { nickname: 'Jane Roe' })
    expect(await emails()).toEqual(['joe', 'jill', 'jane'])
  })

  test('in pages of one, forwards and backwards, whatever else is selected', async () => {
    const all = await emails()
    for (const fields of ['', 'createdAt tickets { edges { node { id } } }']) {
      const seen: string[] = []
      for (let after = ''; ; ) {
        const page: Page = await list(`, first: 1${after && `, after: "${after}"`}`, null, fields)
        seen.push(...page.emails)
        after = page.endCursor
        if (!page.hasNextPage) break
      }
      expect(seen).toEqual(all)
      const last = await list(', last: 2', null, fields)
      expect([last.emails, last.hasPreviousPage]).toEqual([all.slice(-2), true])
      expect(await emails(`, last: 2, before: "${last.startCursor}"`)).toEqual(all.slice(0, -2))
    }
  })

  test('by words of their name or address', async () => {
    expect(await emails('', { search: 'doe' })).toEqual(['joe', 'jill'])
    expect(await emails('', { search: 'jill@exa' })).toEqual(['jill'])
    expect(await emails('', { search: 'nobody' })).toEqual([])
    expect(await emails('', { search: ' ' })).toHaveLength(3)
    for (const search of ['a\0', 'x'.repeat(201)]) {
      const query = 'query ($filter: CustomerFilter) { customers(filter: $filter) { edges { cursor } } }'
      const { errors } = await key.send(query, { filter: { search } })
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    }
  })

  test('if they changed after a time', async () => {
    const before = new Date().toISOString()
    expect(await emails('', { updatedAfter: before })).toEqual([])
    await website.openSession('joe@example.com', { nickname: 'Joseph' })
    await website.openSession('jill@example.com', { nickname: 'jill Doe' })
    expect(await emails('', { updatedAfter: before })).toEqual(['joe'])
  })
})
