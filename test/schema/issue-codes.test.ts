import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const {
  category: { id: categoryId },
} = await website.key.run('createCategory', { name: 'Billing' }, 'category { id }')
const field = { categoryId, name: 'order', label: 'Order', type: 'NUMBER' }
await website.key.run('createCategoryField', field, '__typename')
const ticket = { subject: 'Late', body: 'It is late.', customerEmail: 'jane@example.com', categoryId }

const mistakes: [mutation: string, input: object, path: string, code: string, value?: string][] = [
  ['createCategory', { name: ' ' }, 'name', 'REQUIRED'],
  ['createCategory', { name: 'x'.repeat(101) }, 'name', 'TOO_LONG', '100'],
  ['createCategory', { name: 'BILLING' }, 'name', 'TAKEN'],
  ['createCategory', { name: 'a\0' }, 'name', 'CHARACTERS_INVALID'],
  ['createApiKey', { name: 'Bot', scopes: [] }, 'scopes', 'TOO_FEW', '1'],
  ['updateWebsite', { maxFaqs: 51 }, 'maxFaqs', 'TOO_HIGH', '50'],
  ['updateWebsite', { maxFaqs: 4 }, 'maxFaqs', 'TOO_LOW', '5'],
  ['updateWebsite', { attachmentTypes: Array(101).fill('image/png') }, 'attachmentTypes', 'TOO_MANY', '100'],
  ['updateWebsite', { attachmentTypes: ['png'] }, 'attachmentTypes.0', 'FILE_TYPE_INVALID'],
  ['updateWebsite', { locale: 'not a language' }, 'locale', 'LANGUAGE_INVALID'],
  ['addAllowedDomain', { domain: 'co.uk' }, 'domain', 'DOMAIN_INVALID'],
  ['addOperator', { name: 'Ada', email: 'ada', role: 'AGENT' }, 'email', 'EMAIL_INVALID'],
  ['updateEmailSettings', { logoUrl: 'http://a.com/logo.png' }, 'logoUrl', 'URL_HTTP'],
  ['updateCustomization', { greeting: 'x'.repeat(301) }, 'greeting', 'TOO_LONG', '300'],
  ['createCategoryField', { ...field, name: 'Order' }, 'name', 'NAME_INVALID'],
  ['openTicket', { ...ticket, fields: [{ name: 'order', value: 'x' }] }, 'fields.order', 'NUMBER_INVALID'],
  ['openTicket', { ...ticket, customerEmail: null }, 'customerEmail', 'REQUIRED'],
]

test.for(mistakes)('%s with %o: %s is %s', async ([mutation, input, path, code, value = null]) => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
  const query = `mutation ($input: ${type}!) {
    ${mutation}(input: $input) { ... on InvalidInput { issues { path code value } } }
  }`
  const data = await website.key.ask(query, { input })
  expect(data[mutation].issues).toEqual([{ path: ['input', ...path.split('.')], code, value }])
})
