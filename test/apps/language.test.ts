import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { bootOf, load, newAddress } from '../support/page.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const referer = `${dashboard}/`

const rootOf = (body: string) => /<html lang="([^"]*)" dir="([^"]*)">/.exec(body)?.slice(1)
const textsOf = (body: string) => JSON.parse(/(?<=id="texts">).*?(?=<\/template>)/s.exec(body)?.[0] ?? '{}')

describe('the frame', () => {
  test.for([
    ['de', 'de', 'ltr', 'Neues Ticket'],
    ['de-CH', 'de-CH', 'ltr', 'Neues Ticket'],
    ['fr-CA', 'fr-CA', 'ltr', 'Nouveau ticket'],
    ['es_MX', 'es-MX', 'ltr', 'Nuevo ticket'],
    ['ar', 'ar', 'rtl', 'تذكرة جديدة'],
    ['en-GB', 'en-GB', 'ltr', 'New ticket'],
    ['tlh', 'en', 'ltr', 'New ticket'],
    ['', 'en', 'ltr', 'New ticket'],
  ] as const)('requested in “%s” is in %s and has only its texts', async ([locale, lang, dir, title]) => {
    const email = `${locale || 'none'}@example.com`
    const page = await load(website.frameUrl(email, locale ? { locale } : {}), { referer })
    const { body } = page
    expect(rootOf(body)).toEqual([lang, dir])
    expect(bootOf(page).locale).toBe(lang)
    expect(textsOf(body)['tickets.new']).toBe(title)
    const others = ['Neues Ticket', 'Nouveau ticket', 'Nuevo ticket', 'تذكرة جديدة', 'New ticket']
    expect(others.filter((text) => body.includes(text))).toEqual([title])
    expect(body).not.toContain('received.heading')
  })

  test.for([
    ['ja', "'Hiragino Sans', Meiryo, 'Noto Sans CJK JP', 'Noto Sans JP'"],
    ['zh-HK', "'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', 'Noto Sans TC'"],
    ['hi', "'Kohinoor Devanagari', 'Nirmala UI', 'Noto Sans Devanagari'"],
    ['iw', "'Arial Hebrew', 'Noto Sans Hebrew'"],
    ['ru', undefined],
  ] as const)('in “%s” names fonts for its script, and allows its style', async ([locale, fonts]) => {
    const email = `fonts-${locale}@example.com`
    const { body, headers } = await load(website.frameUrl(email, { locale }), { referer })
    const [style = ''] = /(?<=<style>).*?(?=<\/style>)/s.exec(body) ?? []
    expect(/--tc-font:-apple-system.*'Noto Sans', (.*), Arial/.exec(style)?.[1]).toBe(fonts)
    const hash = createHash('sha256').update(style).digest('base64')
    expect(headers['content-security-policy']).toContain(`style-src 'sha256-${hash}'`)
  })

  test('keeps the language of the customer’s last visit, and starts with the website’s', async () => {
    await website.key.run('updateWebsite', { locale: 'fr-CH' }, '__typename')
    const open = async (said = {}) =>
      rootOf((await load(website.frameUrl('visits@example.com', said), { referer })).body)?.[0]
    expect(await open()).toBe('fr-CH')
    expect(await open({ locale: 'es' })).toBe('es')
    expect(await open()).toBe('es')
    expect(await open({ locale: 'hu' })).toBe('fr-CH')
  })
})

describe('a refusal', () => {
  const wrong = (said = {}) => website.frameUrl('a@example.com', said).replace(/hmac=\w{4}/, 'hmac=0000')

  test.for([
    ['de', undefined, 'de', 'Der Support konnte hier nicht geöffnet werden'],
    ['ar', 'de', 'ar', 'تعذّر فتح الدعم هنا'],
    [undefined, 'hu, fr-CH;q=0.9, de;q=0.8', 'fr', 'L’assistance n’a pas pu s’ouvrir ici'],
    [undefined, 'hu;q=0.5, en;q=0', 'en', 'Support could not be opened here'],
    ['<script>', undefined, 'en', 'Support could not be opened here'],
  ] as const)('with the argument %s in a browser of %s is in %s', async ([locale, accept, lang, title]) => {
    const headers = { referer, ...newAddress(), ...(accept && { 'accept-language': accept }) }
    const { status, body } = await load(wrong(locale ? { locale } : {}), headers)
    expect([status, rootOf(body)?.[0]]).toEqual([401, lang])
    expect(body).toContain(`<h1>${title}</h1>`)
    expect(body).toContain('<code dir="ltr">referrerpolicy=&quot;origin&quot;</code>')
  })

  test('outside a frame or on a missing page is in the browser’s language', async () => {
    const headers = { 'accept-language': 'es', 'sec-fetch-dest': 'document' }
    const outside = await load(website.frameUrl('a@example.com'), headers)
    expect(outside.body).toContain('Abra la asistencia desde su panel')
    expect((await load(`${origin}/nowhere`, headers)).body).toContain('Aquí no hay nada')
  })
})
