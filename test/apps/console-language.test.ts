import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { consoleOf } from '../support/console.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { open, linkTo } = consoleOf(website, 'ada@acme.com')
const home = `${origin}/console/${website.websiteId}`

const rootOf = (body: string) => /<html lang="([^"]*)" dir="ltr" data-texts="([^"]*)">/.exec(body)?.slice(1)
const titleOf = (body: string) => /(?<=<title>).*?(?=<\/title>)/.exec(body)?.[0]
const preloaded = (body: string) =>
  [...body.matchAll(/modulepreload" href="([^"]+)"/g)].map(([, href]) => href)

describe('the console’s document', () => {
  test.for([
    ['de', 'de', 'de', 'Tickets'],
    ['fr-CA, en;q=0.5', 'fr-CA', 'fr', 'Tickets'],
    ['pt', 'pt', 'pt-BR', 'Chamados'],
    ['hu, it;q=0.5', 'it', 'it', 'Ticket'],
    ['es-MX', 'es-MX', 'es', 'Tickets'],
    ['nl, ja;q=0.5', 'en', 'en', 'Tickets'],
    ['', 'en', 'en', 'Tickets'],
  ] as const)('in a browser of “%s” is in %s, with the texts %s', async ([accepted, locale, tag, title]) => {
    const { body } = await open(home, { 'accept-language': accepted })
    expect([rootOf(body), titleOf(body)]).toEqual([[locale, tag], title])
    const [texts, ...others] = preloaded(body)
    expect(texts).toMatch(new RegExp(`^/assets/console-${tag}-[\\w-]{8}\\.js$`))
    expect(others).toEqual([])
    const file = await fetch(`${origin}${texts}`)
    expect([file.status, file.headers.get('cache-control')]).toEqual([
      200,
      expect.stringContaining('immutable'),
    ])
  })

  test('is in the browser’s language for a refused link, too', async () => {
    const { status, body } = await open(linkTo({ expires: 1 }), { 'accept-language': 'de-AT' })
    expect([status, rootOf(body)]).toEqual([401, ['de-AT', 'de']])
  })
})
