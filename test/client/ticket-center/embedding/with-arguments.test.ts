import { expect, test } from 'vitest'
import { withArguments, withoutPrefilled } from '../../../../client/ticket-center/embedding/with-arguments.ts'

test.for<[search: string, changes: Record<string, string | null>, changed: string]>([
  ['?email=a%2Bb&hmac=1', { locale: 'de' }, '?email=a%2Bb&hmac=1&locale=de'],
  ['?email=a+b&locale=fr&hmac=1', { locale: 'pt-BR' }, '?email=a+b&hmac=1&locale=pt-BR'],
  ['?locale=fr&locale=en&locale[]=x&locale%5B0%5D=y', { locale: 'de' }, '?locale=de'],
  ['?hmac=1&ticket=41', { ticket: null }, '?hmac=1'],
  ['?hmac=1&ticketing=41', { ticket: null }, '?hmac=1&ticketing=41'],
  ['?a=%E0%A4%A', { theme: 'dark' }, '?a=%E0%A4%A&theme=dark'],
  ['', { locale: 'a&b=c' }, '?locale=a%26b%3Dc'],
])('%s with %j is %s', ([search, changes, changed]) => {
  expect(withArguments(search, changes)).toBe(changed)
})

test.for<[search: string, without: string]>([
  ['?hmac=1&subject=a&body=b&category=c&ticket=new', '?hmac=1&ticket=new'],
  ['?field.order=41&hmac=1&field%2Esize=L&field.a[0]=b', '?hmac=1'],
  ['?hmac=1&fields=a&subjects=b', '?hmac=1&fields=a&subjects=b'],
])('%s without what fills in the form is %s', ([search, without]) => {
  expect(withArguments(search, withoutPrefilled(search))).toBe(without)
})
