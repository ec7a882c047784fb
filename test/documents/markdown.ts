import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** Every document of the repository, by its path from the root. */
export const documents = globSync(['*.md', '{docs,.github}/**/*.md', 'client/**/*.md'], {
  cwd: root,
  exclude: ['client/dist/**'],
}).sort()

export const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

export interface Block {
  language: string
  code: string
  /** Line on which its code begins. */
  line: number
  /** The paragraph before it. */
  before: string
}

/** A fenced block, also within a list. */
const fence = /^( *)```(\w*)\n(.*?)^\1```$/gms

/** The fenced blocks of a document. */
export function blocksOf(text: string): Block[] {
  return [...text.matchAll(fence)].map(({ 2: language = '', 3: code = '', index }) => {
    const above = text.slice(0, index)
    const before =
      above
        .trimEnd()
        .split(/\n\s*\n/)
        .at(-1) ?? ''
    return { language, code, line: above.split('\n').length + 1, before }
  })
}

const withoutBlocks = (text: string) => text.replace(fence, '')

/** Targets of the links and images in a document, except outside the repository. */
export function linksOf(text: string): string[] {
  const links = withoutBlocks(text)
    .replace(/`[^`]*`/g, '')
    .matchAll(/\]\(([^)\s]+)\)/g)
  return [...links].map(([, target = '']) => target).filter((target) => !/^(https?|mailto):/.test(target))
}

/** The fragments by which GitHub links to a document's headings. */
export function anchorsOf(text: string): string[] {
  const headings = withoutBlocks(text).matchAll(/^#+ (.+)$/gm)
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** Files and folders of the source that a document names in backticks, except patterns and placeholders. */
export function pathsIn(text: string): string[] {
  const named = withoutBlocks(text).matchAll(
    /`((?:server|client|prisma|test|docs|bench|\.ci|\.config)\/[\w./-]+)`/g,
  )
  return [...named].map(([, path = '']) => path)
}
