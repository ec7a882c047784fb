import { describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { load } from '../support/page.ts'

const { origin } = await startOwnApp({ DEMO: 'on' })
const { db } = await import('../../server/database/db.ts')
const { demoWebsiteId, linkDemo } = await import('../../server/demo/website.ts')
const { encodeGlobalID } = await import('../../server/api/global-id.ts')
const [nadia, sam] = ['nadia@kiln-and-clay.example', 'sam+larkpost@trailgrain.example']

const websiteRow = () => db.website.findUniqueOrThrow({ where: { id: demoWebsiteId } })
const frameOf = ({ body }: { body: string }) =>
  new URL((/<iframe[^>]* src="([^"]*)"/.exec(body)?.[1] ?? '').replaceAll('&amp;', '&'))
const ticketOf = (email: string) =>
  db.ticket.findFirstOrThrow({ where: { websiteId: demoWebsiteId, customer: { email } } })

describe('the demo', () => {
  test('links to its own address in emails, and sends them soon', async () => {
    expect(await websiteRow()).toMatchObject({
      ticketUrl: `${origin}/?ticket={number}`,
      consoleUrl: `${origin}/demo/console?ticket={number}`,
      emailDelaySeconds: 15,
    })
    await linkDemo('http://localhost:1')
    expect((await websiteRow()).ticketUrl).toBe('http://localhost:1/?ticket={number}')
  })

  test('keeps what a visitor has set', async () => {
    const own = { ticketUrl: 'https://app.acme.com/support?t={number}', emailDelaySeconds: null }
    await db.website.update({ where: { id: demoWebsiteId }, data: own })
    await linkDemo(origin)
    expect(await websiteRow()).toMatchObject(own)
  })

  test('opens an email’s ticket as its customer', async () => {
    const { number, id } = await ticketOf(sam)
    for (const ticket of [String(number), encodeGlobalID('Ticket', id)]) {
      const { searchParams } = frameOf(await load(`${origin}/?ticket=${ticket}`))
      expect([searchParams.get('email'), searchParams.get('ticket')]).toEqual([sam, ticket])
    }
  })

  test('opens it as the requested recipient', async () => {
    const { number } = await ticketOf(sam)
    const { searchParams } = frameOf(await load(`${origin}/?ticket=${number}&as=${nadia}`))
    expect([searchParams.get('email'), searchParams.get('ticket')]).toEqual([nadia, String(number)])
  })

  test.for([
    ['999999', '999999'],
    ['"><script>', null],
    ['', null],
  ] as const)('opens it as its first customer for an unknown ticket: %s', async ([ticket, passed]) => {
    const { searchParams } = frameOf(await load(`${origin}/?${new URLSearchParams({ ticket })}`))
    expect([searchParams.get('email'), searchParams.get('ticket')]).toEqual([nadia, passed])
  })

  test('opens it in the console', async () => {
    const { headers } = await load(`${origin}/demo/console?ticket=41`)
    const { pathname, searchParams } = new URL(String(headers.location), origin)
    expect([pathname, searchParams.get('ticket')]).toEqual([`/console/${demoWebsiteId}`, '41'])
  })
})
