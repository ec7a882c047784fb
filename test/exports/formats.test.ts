import { expect, test } from 'vitest'
import { csvCell } from '../../server/exports/formats.ts'

test.for([
  ['=SUM(A1)', "'=SUM(A1)"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@cmd', "'@cmd"],
  [' =1', "' =1"],
  ['\t=1', "'\t=1"],
  ['\rx', `"'\rx"`],
  ['\n=1', `"'\n=1"`],
  ['=1,"a"', `"'=1,""a"""`],
  ['a,b', '"a,b"'],
  ['He said "no"', '"He said ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['plain', 'plain'],
  ['a=b', 'a=b'],
  [-1, '-1'],
  [null, ''],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
] as const)('writes %j as %s, which no spreadsheet runs', ([cell, written]) => {
  expect(csvCell(cell)).toBe(written)
})
