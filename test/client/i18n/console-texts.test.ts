import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultsOfSection } from '../../../client/i18n/catalogue-faults.ts'
import { conflictCodes } from '../../../server/api/conflict-codes.ts'
import { issueCodes } from '../../../server/text/issue-codes.ts'

const root = join(import.meta.dirname, '../../../client/i18n')
const read = (group: string, tag: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, group, `${tag}.json`), 'utf8'))
const spoken = readdirSync(join(root, 'console')).map((file) => file.replace('.json', ''))

/** Words that are the same in two languages, and texts made of values and such words. */
const shared =
  /^(app\.title|keys\.control|app\.sections\.tickets|list\.(label|status|number|field$)|conversation\.(number|details|status\.announce)|details\.(title|ticket|status|field\.no)|view\.count|participants\.title|section\.(team|faqs|webhooks)|fields\.(name|type(\.TEXT)?)$|preview\.ticket|translations\.of$|(team|keys)\.name|email\.example|domains\.add|detail\.(ticket|domains?|host|logoUrl|messages|name|person|position|participantsEnabled|tickets)|general\.participants|webhooks\.(status|details|description))/

describe.each(['console', 'settings', 'data', 'issues'])('the texts of the %s', (group) => {
  const english = read(group, 'en')

  test.each(spoken)('in %s are complete, translated and typeset', (tag) => {
    const texts = read(group, tag)
    expect(faultsOfSection(english, texts, tag)).toEqual([])
    const plain = Object.values(texts).map((text) => text.replace(/<[^>]*>/g, ''))
    expect(plain.filter((text) => /'|"|\.\.\.|^\s|\s$/.test(text))).toEqual([])
    const same = Object.keys(english).filter((key) => texts[key] === english[key])
    if (tag !== 'en') expect(same.filter((key) => !shared.test(key))).toEqual([])
  })
})

/** Only programs meet them: forms do not offer what they refuse. */
const unmet =
  'TOO_SHORT FIELD_HIDDEN TICKET_UNSOLVED TICKET_CLOSED NOT_YOURS_TO_CHOOSE INVALID ' +
  'WEBSITE_EXISTS IDEMPOTENCY_KEY_USED SERVER_KEY_NOT_READY SERVER_KEY_STILL_NEEDED'

test('say what is wrong with an input, or what it conflicts with, for every code that forms may meet', () => {
  const named = Object.keys(read('issues', 'en')).map((key) => key.replace(/^(issue|conflict)\./, ''))
  const codes = [...Object.keys(issueCodes), ...Object.keys(conflictCodes)]
  expect([...named, ...unmet.split(' ')].sort()).toEqual(codes.sort())
})

test('in French avoid “de” before a name, which would have to be elided before a vowel', () => {
  const texts = ['console', 'settings', 'data', 'issues'].flatMap((group) => Object.values(read(group, 'fr')))
  const elided = /\b(de|que|le) \{(name|email|customer|from|operator|category|domain)\}/
  expect(texts.filter((text) => elided.test(text))).toEqual([])
})
