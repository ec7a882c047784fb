import { describe, expect, test } from 'vitest'
import { breakingChanges, unnamed } from '../../.config/breaking-changes.ts'
import { pendingIn, released } from '../../.config/pending.ts'

const before = `
  type Query { website: Website }
  type Mutation { resendMail(input: ResendMailInput!): Boolean }
  input ResendMailInput { id: ID! }
  type Website { look: String!, mails: [Mail!]! }
  type Mail { state: MailState! }
  enum MailState { SENT DROPPED }`

const after = `
  type Query { website: Website, events: [String!]! }
  type Mutation { resendEmail(input: ResendEmailInput!): Boolean }
  input ResendEmailInput { id: ID! }
  type Website { customStyles: String!, mails: [Email!]! }
  type Email { state: EmailState! }
  enum EmailState { SENT SKIPPED }`

const firstNames = async (text: string) =>
  unnamed(await breakingChanges(before, after), text).map(({ names }) => names[0])

describe('a breaking API change', () => {
  test('is reported by its path until the changelog names it', async () => {
    const all = ['Mail', 'MailState', 'ResendMailInput', 'Website.look', 'Website.mails', 'resendMail']
    expect((await firstNames('Mail, look and resendMail have new names.')).sort()).toEqual(all)
    expect(await firstNames('`Website.look` is `Website.customStyles` now.')).not.toContain('Website.look')
  })

  test('may be named by what contains it: a mutation its types, a type its fields', async () => {
    expect(await firstNames('`resendMail`, `Mail`, `MailState`, `Website.look`')).toEqual([])
  })

  test('is not a new field', async () => {
    expect(await breakingChanges('type Query { a: Int }', 'type Query { a: Int, b: Int }')).toEqual([])
  })
})

describe('the changelog', () => {
  const text = '# Changelog\n\n## Pending\n\n- `Mail` is gone.\n\n## 0.1.0\n\n- `Email`\n'

  test('lists the next release’s changes only below "Pending"', () => {
    expect(pendingIn(text)).toBe('- `Mail` is gone.')
    expect(() => pendingIn('## 0.1.0\n')).toThrow('has no heading')
  })

  test('gets a heading for the release, with an empty "Pending" above it', () => {
    const next = released(text, '0.2.0', '2026-12-01')
    expect(next).toContain('## Pending\n\n## 0.2.0 (2026-12-01)\n\n- `Mail` is gone.\n\n## 0.1.0\n')
    expect(() => released(next, '0.3.0', '2026-12-02')).toThrow('Nothing is pending')
  })
})
