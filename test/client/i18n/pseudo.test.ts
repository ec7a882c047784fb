import { expect, test } from 'vitest'
import { faultsOf } from '../../../client/i18n/catalogue-faults.ts'
import { pseudoCatalogue } from '../../../client/i18n/pseudo.ts'
import { english } from '../../../server/languages/catalogues.ts'

test('the pseudo-locale has every text, in brackets and without plain letters', () => {
  const { frame, ...others } = pseudoCatalogue(english)
  expect(faultsOf(english, { frame, ...others }, 'en')).toEqual([])
  expect(frame['status.SOLVED']).toBe('[Šööļṽééđ]')
  expect(frame['conversation.with']).toBe('[Ŵîîţĥ {people}]')
  const plain = Object.values(frame).filter((text) => /[a-z]/i.test(text.replace(/\{\w+\}/g, '')))
  expect(plain).toEqual([])
})
