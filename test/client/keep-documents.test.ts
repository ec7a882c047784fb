import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keepDocuments } from '../../client/keep-documents.ts'

test('a build keeps the texts of the ten builds before it, even in a copy without their timestamps', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keep-documents-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [source, assets] = [join(folder, 'source'), join(folder, 'assets')]
  mkdirSync(source)
  const fileOf = (build: number) => `documents-${build}.json`
  const documents = () => readdirSync(assets).filter((name) => name.startsWith('documents-'))

  for (let build = 1; build <= 15; build++) {
    writeFileSync(join(source, 'documents.json'), `Texts of ${build}`)
    const write = keepDocuments(source, assets, fileOf(build))
    rmSync(assets, { recursive: true, force: true })
    write()
    for (const name of documents()) utimesSync(join(assets, name), 0, 0)
  }
  const kept = Array.from({ length: 11 }, (_, index) => 15 - index)
  expect(documents().sort()).toEqual(kept.map(fileOf).sort())
  for (const build of kept) {
    expect(readFileSync(join(assets, fileOf(build)), 'utf8')).toBe(`Texts of ${build}`)
  }
})
