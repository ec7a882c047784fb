import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { follow } from '../support/live.ts'
import { bootOf, load } from '../support/page.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { translationIn } = await import('../../server/languages/translation.ts')
const fresh = () => createTestWebsite(origin, rootKey)

const inGerman = { locale: 'de', name: 'Abrechnung' }
const german = { locale: 'de', question: 'Wo ist es?', answer: '**Hier**' }
const lists = 'website { categories { name } faqs { question answer answerHtml } }'

/** A website with one category and one question, both in English and German. */
async function translated() {
  const website = await fresh()
  const category = { name: 'Billing', translations: [inGerman, { locale: 'pt_BR', name: 'Cobrança' }] }
  const faq = { question: 'Where is it?', answer: '**Here**', translations: [german] }
  const { category: made } = await website.key.run('createCategory', category, 'category { id }')
  const { faq: asked } = await website.key.run('createFaq', faq, 'faq { id }')
  const read = async (locale?: string) => {
    const customer = await website.customer(`${locale ?? 'none'}@example.com`, { locale })
    const { categories, faqs } = (await customer.ask(`{ ${lists} }`)).website
    return [categories[0].name, faqs[0].question, faqs[0].answerHtml]
  }
  return { ...website, categoryId: made.id as string, faqId: asked.id as string, read }
}

const original = ['Billing', 'Where is it?', '<p><strong>Here</strong></p>']
const translation = ['Abrechnung', 'Wo ist es?', '<p><strong>Hier</strong></p>']

describe('a translation', () => {
  test.for<[written: string, wishes: string[]]>([
    ['pt-PT', ['pt', 'pt-PT', 'pt-BR']],
    ['de-DE', ['de', 'de-AT']],
    ['zh-TW', ['zh-Hant', 'zh-HK']],
    ['nb', ['no', 'nn']],
    ['es-419', ['es-MX', 'es']],
  ])('in %s is shown to readers of %j', ([written, wishes]) => {
    const [one] = [{ locale: written }]
    expect(wishes.map((wish) => translationIn([one], wish))).toEqual(wishes.map(() => one))
  })

  test('is what customers with that language see, and the closest one to theirs', async () => {
    const { read, key } = await translated()
    expect(await read('de')).toEqual(translation)
    expect(await read('de-AT')).toEqual(translation)
    expect(await read('gsw')).toEqual(translation)
    expect((await read('pt-BR'))[0]).toBe('Cobrança')
    expect(await read('fr')).toEqual(original)
    expect(await read()).toEqual(original)
    await key.run('updateWebsite', { locale: 'de-CH' }, '__typename')
    expect(await read('fr')).toEqual(translation)
  })

  test('is not what the team and keys see, who see the original and all translations', async () => {
    const { key, operator, customer } = await translated()
    const all =
      '{ website { categories { name translations { locale name } } faqs { question translations { locale question answer } } } }'
    for (const client of [key, await operator()]) {
      const { categories, faqs } = (await client.ask(all)).website
      expect(categories).toEqual([
        { name: 'Billing', translations: [inGerman, { locale: 'pt-BR', name: 'Cobrança' }] },
      ])
      expect(faqs).toEqual([{ question: 'Where is it?', translations: [german] }])
    }
    const { categories } = (await (await customer('de@example.com', { locale: 'de' })).ask(all)).website
    expect(categories).toEqual([{ name: 'Abrechnung', translations: null }])
  })

  test('is in the frame’s document, and chosen by the original’s name in its address', async () => {
    const website = await translated()
    const url = website.frameUrl('frame@example.com', { locale: 'de', category: 'billing' })
    const { data, draft } = bootOf(await load(url, { referer: `${dashboard}/` }))
    expect(data.website.categories).toMatchObject([{ name: 'Abrechnung' }])
    expect(data.website.faqs).toMatchObject([{ question: 'Wo ist es?' }])
    expect(draft).toMatchObject({ categoryId: website.categoryId })
  })

  test('names the category of a customer’s ticket, for them only, until the category is renamed', async () => {
    const { customer, key, categoryId } = await translated()
    const jane = await customer('jane@example.com', { locale: 'de' })
    const input = { subject: 'S', body: 'B', categoryId }
    const { ticket } = await jane.run('openTicket', input, 'ticket { id categoryName category { name } }')
    expect(ticket).toMatchObject({ categoryName: 'Abrechnung', category: { name: 'Abrechnung' } })
    const query = 'query ($id: ID!) { ticket(id: $id) { categoryName } }'
    const named = async (client: typeof jane) =>
      (await client.ask(query, { id: ticket.id })).ticket.categoryName
    expect([await named(jane), await named(key)]).toEqual(['Abrechnung', 'Billing'])
    await key.run('updateCategory', { id: categoryId, name: 'Invoices' }, '__typename')
    expect([await named(jane), await named(key)]).toEqual(['Billing', 'Billing'])
  })

  test('reaches open frames in their language when it changes', async () => {
    const { customer, key, faqId } = await translated()
    const jane = await customer('jane@example.com', { locale: 'de' })
    const news = follow(jane, 'subscription { websiteChanged { faqs { question } } }')
    await news.connected
    const translations = [{ ...german, question: 'Wohin?' }]
    await key.run('updateFaq', { id: faqId, translations }, '__typename')
    const questions = (items: { websiteChanged: { faqs: { question: string }[] } }[]) =>
      items.flatMap(({ websiteChanged }) => websiteChanged.faqs.map(({ question }) => question))
    await news.until((items) => questions(items).includes('Wohin?'))
    await news.close()
  })

  test('is replaced with all others, kept if none are given, and removed by an empty list', async () => {
    const { key, categoryId, faqId, read } = await translated()
    await key.run('updateCategory', { id: categoryId, name: 'Invoices' }, '__typename')
    await key.run('updateFaq', { id: faqId, question: 'Where?' }, '__typename')
    expect(await read('de')).toEqual(translation)
    await key.run('updateCategory', { id: categoryId, translations: [] }, '__typename')
    await key.run('updateFaq', { id: faqId, translations: [] }, '__typename')
    expect((await read('de')).slice(0, 2)).toEqual(['Invoices', 'Where?'])
  })

  test.for([
    ['for no language', [{ ...inGerman, locale: 'not a language' }]],
    ['for a language twice', [inGerman, { ...inGerman, locale: 'DE' }]],
    ['without a name', [{ locale: 'de', name: ' ' }]],
    ['with a name that is too long', [{ locale: 'de', name: 'x'.repeat(101) }]],
    ['that is the 31st', Array.from({ length: 31 }, (_, at) => ({ locale: `de-x-a${at}`, name: 'A' }))],
  ] as const)('%s is refused and changes nothing', async ([, translations]) => {
    const { key, categoryId, read } = await translated()
    const refused = await key.attempt('updateCategory', { id: categoryId, name: 'New', translations })
    expect(refused.issues[0].path.slice(0, 2)).toEqual(['input', 'translations'])
    expect((await read('de'))[0]).toBe('Abrechnung')
  })
})
