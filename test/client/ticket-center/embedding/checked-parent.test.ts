import { expect, test } from 'vitest'
import { checkedParent } from '../../../../client/ticket-center/embedding/checked-parent.ts'

const seen = (origin: string) =>
  `?email=a&seen=${encodeURIComponent(`1796256000000~${origin}~${'0'.repeat(64)}`)}`
const acme = seen('https://app.acme.com')

test.for<
  [name: string, search: string, referrer: string, ancestor: string | undefined, parent: string | null]
>([
  ['the referrer, with its port', acme, 'https://app.acme.com:8443/', undefined, 'https://app.acme.com:8443'],
  [
    'only the origin of a longer referrer',
    acme,
    'https://app.acme.com/a?b',
    undefined,
    'https://app.acme.com',
  ],
  ['the ancestor after a reload', acme, '', 'https://app.acme.com:8443', 'https://app.acme.com:8443'],
  [
    'the ancestor after our own page',
    acme,
    'https://support.acme.com/',
    'https://app.acme.com',
    'https://app.acme.com',
  ],
  ['the checked page in older browsers', acme, '', undefined, 'https://app.acme.com'],
  ['never another page', acme, 'https://evil.test/', 'https://evil.test', 'https://app.acme.com'],
  ['never another scheme', acme, 'http://app.acme.com/', undefined, 'https://app.acme.com'],
  ['nobody without a statement', '?email=a', 'https://app.acme.com/', 'https://app.acme.com', null],
  ['nobody with an empty statement', '?seen=', '', 'null', null],
  ['nobody with a statement about no page', seen('null'), 'null', 'null', null],
  ['nobody with a statement about everyone', seen('*'), '', '*', null],
])('the frame speaks to %s', ([, search, referrer, ancestor, parent]) => {
  const ancestorOrigins = ancestor === undefined ? undefined : [ancestor]
  expect(checkedParent({ search, referrer, ancestorOrigins })).toBe(parent)
})
