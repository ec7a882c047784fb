import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { client, filesOf, server, tests, textOf } from './support/sources.ts'

describe('a folder', () => {
  test('has at most 20 files of source', () => {
    const folders = Map.groupBy(filesOf('{server,client,prisma}/**/*.{ts,tsx,css,graphql}'), dirname)
    expect([...folders].filter(([, files]) => files.length > 20).map(([folder]) => folder)).toEqual([])
  })
})

describe('a file', () => {
  test('has at most 200 lines', () => {
    const styles = filesOf('client/**/*.css')
    const long = [...server, ...client, ...styles, ...tests].filter(
      (file) => textOf(file).split('\n').length > 201,
    )
    expect(long).toEqual([])
  })

  test('of styles has gaps, paddings and margins that follow the token', () => {
    const pixels =
      /^\s*(?:(?:row-|column-)?gap|(?:scroll-)?(?:padding|margin)[\w-]*):[^;(]*\b(?:[2-9]|\d{2,})(?:\.\d+)?px/m
    const styles = filesOf('client/**/*.css').filter((file) => !file.includes('/examples/'))
    expect(styles.length).toBeGreaterThan(40)
    expect(styles.filter((file) => pixels.test(textOf(file)))).toEqual([])
  })

  test('has a specific name', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|misc|common|lib)(?:[./-]|$)/i
    expect([...server, ...client, ...tests].filter((file) => vague.test(file))).toEqual([])
  })

  test('names its constants for what they limit', () => {
    const vague =
      /^(?:export )?const (?:most|longest|patience|limit|every|back|atOnce|pause|near|kept|span|batch)\b/m
    expect([...server, ...client].filter((file) => vague.test(textOf(file)))).toEqual([])
  })

  test('cuts no text: a form says what is too long', () => {
    expect(client.filter((file) => /\bmaxLength=/.test(textOf(file)))).toEqual([])
  })

  test('writes an `OR` as a literal with a first condition: an empty one could match every row', () => {
    expect(server.filter((file) => /\bOR\??:(?!\s*\[\s*(?:\{|\w+,))/.test(textOf(file)))).toEqual([])
  })

  test('reads payloads with the caller’s rights: `readBack` refuses what they may no longer see', () => {
    expect(server.filter((file) => /OrThrow\(\{\s*\.\.\.query/.test(textOf(file)))).toEqual([])
  })

  test('reads environment variables only in server/config/config.ts, or in the command line', () => {
    const template = /`(?:\\.|[^`\\])*`/gs
    const readers = [...server, ...client].filter((file) =>
      /\bprocess\.env\b(?!\.NODE_ENV')/.test(textOf(file).replace(template, '')),
    )
    expect(readers).toEqual(['server/config/config.ts', 'client/admin/main.ts'])
  })
})
