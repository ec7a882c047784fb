import { expect, test } from 'vitest'
import { cleanName } from '../../server/attachments/clean-name.ts'

test.for<[string, string]>([
  ['screen.png', 'screen.png'],
  ['Rechnung für Käthe (2).pdf', 'Rechnung für Käthe (2).pdf'],
  ['報告書.pdf', '報告書.pdf'],
  // A reversal that makes an executable look like a picture.
  ['photo\u202Egnp.exe', 'photognp.exe'],
  ['\u2066a\u2069\u200Fb\u061C.txt', 'ab.txt'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\a.txt', 'a.txt'],
  ['a\r\nSet-Cookie: b.txt', 'a Set-Cookie b.txt'],
  ['a\u0000.png', 'a.png'],
  ['"quoted".txt', 'quoted.txt'],
  ['..', 'file'],
  ['  . ', 'file'],
  ['\u200B', 'file'],
  ['', 'file'],
  ['.htaccess', 'htaccess'],
  ['two  spaces\t.md', 'two spaces .md'],
])('the name %j becomes %j', ([name, clean]) => {
  expect(cleanName(name)).toBe(clean)
})

test('a name has at most 255 bytes, of whole characters, and keeps its extension', () => {
  for (const letter of ['a', 'ü', '語', '😀']) {
    const name = cleanName(`${letter.repeat(300)}.jpeg`)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
    expect(Buffer.byteLength(name)).toBeGreaterThan(248)
    expect(name).toMatch(/\.jpeg$/)
    expect(name.isWellFormed()).toBe(true)
  }
})
