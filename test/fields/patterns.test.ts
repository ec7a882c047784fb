import { describe, expect, test } from 'vitest'
import { matches, pattern } from '../../server/fields/pattern.ts'

describe('a pattern', () => {
  test.for<[pattern: string, text: string, matching: boolean]>([
    ['[A-Z]{2}-\\d{4}', 'AB-1234', true],
    ['[A-Z]{2}-\\d{4}', 'xAB-1234', false],
    ['[A-Z]{2}-\\d{4}', 'AB-12345', false],
    ['a|ab', 'ab', true],
    ['\\p{L}+', 'Ünïcödé', true],
    ['.', '💥', true],
  ])('matches the whole text: %s, %s', ([text, value, matching]) => {
    expect(pattern.parse(text)).toBe(text)
    expect(matches(value, text)).toBe(matching)
  })

  test.for([
    '(a+)+b',
    '(a|a)*b',
    '(a*)*b',
    'a*a*a*a*a*a*a*a*a*b',
    '(.*a){20}b',
    '(a?){200}a{200}',
    '(a|aa|aaa|aaaa)+b',
    '(\\p{L}|a)*b',
  ])('takes little time for a text that almost matches: %s', (text) => {
    const parsed = pattern.safeParse(text)
    const started = performance.now()
    if (parsed.success) for (let round = 0; round < 20; round++) matches(`${'a'.repeat(499)}c`, text)
    // Backtracking takes longer than the universe is old. All fields of a form at once:
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
