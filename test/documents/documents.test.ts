import { existsSync, globSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { anchorsOf, blocksOf, documents, linksOf, pathsIn, root, textOf } from './markdown.ts'

const schema = buildSchema(textOf('schema.graphql'))
const languages = new Set('sh text graphql html css js ts tsx json sql prisma mermaid'.split(' '))

test('documents exist, and the README is short', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'docs/api.md']))
  expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(81)
})

describe.each(documents)('%s', (path) => {
  const text = textOf(path)

  test('links to files and headings that exist', () => {
    const broken = linksOf(text).filter((link) => {
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? path : join(dirname(path), file)
      if (!existsSync(join(root, target))) return true
      return anchor !== undefined && !anchorsOf(textOf(target)).includes(anchor)
    })
    expect(broken).toEqual([])
  })

  test('names files and folders that exist', () => {
    // The changelog may name files that no longer exist.
    const named = path === 'CHANGELOG.md' ? [] : pathsIn(text)
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([])
  })

  test('labels every block, and explains what is needed if it is not run', () => {
    const blocks = blocksOf(text)
    expect(blocks.filter(({ language }) => !languages.has(language))).toEqual([])
    const silent = blocks.filter(({ language, before }) => language === 'text' && !/\bneeds?\b/.test(before))
    expect(silent).toEqual([])
  })

  test('contains only valid operations', () => {
    const operations = blocksOf(text).filter(({ language }) => language === 'graphql')
    expect(operations.flatMap(({ code }) => validate(schema, parse(code)))).toEqual([])
  })
})

test('the architecture names every folder of server and client', () => {
  const architecture = textOf('docs/architecture.md')
  const folders = globSync(['server/*', 'client/*'], { cwd: root }).filter(
    (path) => statSync(join(root, path)).isDirectory() && path !== 'client/dist',
  )
  expect(folders.length).toBeGreaterThan(30)
  const unnamed = folders.filter((path) => !architecture.includes(`\`${path.split('/')[1]}/\``))
  expect(unnamed).toEqual([])
})
