import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keepEarlier } from '../../client/keep-earlier.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keep-earlier-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'assets')
}

/** Builds these files, with their names as contents. */
function build(assets: string, names: string[]): void {
  const keep = keepEarlier(assets)
  rmSync(assets, { recursive: true, force: true })
  mkdirSync(assets)
  for (const name of [...names, 'main.js']) writeFileSync(join(assets, name), name)
  keep(names)
}

const filesIn = (assets: string) =>
  readdirSync(assets).filter((name) => !['builds.json', 'main.js'].includes(name))

test('a build keeps the files of the ten builds before it, even in a copy without their timestamps', () => {
  const assets = newFolder()
  const filesOf = (number: number) => [`documents-${number}.json`, `late-${number}.js`, 'late-same.js']
  for (let number = 1; number <= 15; number++) {
    build(assets, filesOf(number))
    for (const name of filesIn(assets)) utimesSync(join(assets, name), 0, 0)
  }
  const expected = Array.from({ length: 11 }, (_, index) => filesOf(15 - index)).flat()
  expect(filesIn(assets).sort()).toEqual([...new Set(expected)].sort())
  for (const name of expected) expect(readFileSync(join(assets, name), 'utf8')).toBe(name)
})

test('the same build again counts once', () => {
  const assets = newFolder()
  build(assets, ['late-first.js'])
  for (let times = 0; times < 15; times++) build(assets, ['late-second.js'])
  expect(filesIn(assets).sort()).toEqual(['late-first.js', 'late-second.js'])
})
