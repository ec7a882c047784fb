import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { bootOf, load } from '../support/page.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const german = { locale: 'de', greeting: 'Wie können wir helfen?' }
const all = 'website { greeting greetingTranslations { locale greeting } }'

async function greeting() {
  const website = await createTestWebsite(origin, rootKey)
  const given = { greeting: ' How can\nwe help? ', greetingTranslations: [german] }
  await website.key.run('updateCustomization', given, '__typename')
  const read = async (locale: string) =>
    (await (await website.customer(`${locale}@example.com`, { locale })).ask(`{ ${all} }`)).website
  return { ...website, read }
}

test('a greeting is what the team wrote, on one line, and for customers in their language', async () => {
  const { read, key, frameUrl } = await greeting()
  expect(await read('de-AT')).toEqual({ greeting: german.greeting, greetingTranslations: null })
  expect(await read('fr')).toEqual({ greeting: 'How can we help?', greetingTranslations: null })
  expect(await key.ask(`{ ${all} }`)).toEqual({
    website: { greeting: 'How can we help?', greetingTranslations: [german] },
  })
  const url = frameUrl('frame@example.com', { locale: 'de' })
  const { data } = bootOf(await load(url, { referer: `${dashboard}/` }))
  expect(data.website).toMatchObject({ greeting: german.greeting })
})

test('an empty greeting is none, whatever its translations, which it keeps', async () => {
  const { read, key } = await greeting()
  const { website } = await key.run('updateCustomization', { greeting: ' ' }, all)
  expect(website).toEqual({ greeting: null, greetingTranslations: [german] })
  expect((await read('de')).greeting).toBeNull()
  await key.run('updateCustomization', { greeting: 'Hello' }, '__typename')
  expect((await read('de')).greeting).toBe(german.greeting)
})

test.for([
  ['invisible', { greeting: '\u200b' }, ['greeting']],
  ['of 301 characters', { greeting: 'x'.repeat(301) }, ['greeting']],
  [
    'in no language',
    { greetingTranslations: [{ ...german, locale: '?' }] },
    ['greetingTranslations', '0', 'locale'],
  ],
  [
    'blank in a language',
    { greetingTranslations: [{ ...german, greeting: '' }] },
    ['greetingTranslations', '0', 'greeting'],
  ],
  ['in a language twice', { greetingTranslations: [german, german] }, ['greetingTranslations']],
] as const)('a greeting that is %s is refused, with everything else', async ([, input, path]) => {
  const { key, read } = await greeting()
  expect(await key.attempt('updateCustomization', { colorScheme: 'DARK', ...input })).toMatchObject({
    __typename: 'InvalidInput',
    issues: [{ path: ['input', ...path] }],
  })
  expect((await read('fr')).greeting).toBe('How can we help?')
  expect((await key.ask('{ website { colorScheme } }')).website).toEqual({ colorScheme: 'AUTO' })
})
