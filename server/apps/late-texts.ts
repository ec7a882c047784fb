import { createHash } from 'node:crypto'
import type { Context as Call, Next } from 'hono'
import { compressed } from '../http/answer.ts'
import { SharedMarkup } from '../http/compress-parts.ts'
import { catalogues, english } from '../languages/catalogues.ts'
import type { Language } from '../languages/choose-language.ts'

interface TextsFile {
  /** Name under `/assets`. */
  name: string
  markup: SharedMarkup
}

const files = new Map<string, TextsFile>()

function fileOf(tag: string): TextsFile {
  const known = files.get(tag)
  if (known) return known
  const json = JSON.stringify((catalogues.get(tag) ?? english).late)
  const hash = createHash('sha256').update(json).digest('base64url').slice(0, 8)
  const file = { name: `texts-${tag}.${hash}.json`, markup: new SharedMarkup(json) }
  files.set(tag, file)
  return file
}

/** Address of the texts that the frame loads with the first of its late scripts, which are in the same folder. */
export const lateTextsAddress = ({ tag }: Language, publicOrigin: string) =>
  `${publicOrigin}/assets/${fileOf(tag).name}`

/** `GET /assets/texts-….json`. A frame of another build names another hash, and gets the texts of this one. */
export async function lateTexts(call: Call, next: Next): Promise<Response | undefined> {
  const name = call.req.param('file') ?? ''
  const tag = name.replace(/^texts-|\..*/g, '')
  if (!catalogues.has(tag)) {
    await next()
    return undefined
  }
  const file = fileOf(tag)
  const lifetime = file.name === name ? 'public, max-age=31536000, immutable' : 'no-cache'
  return compressed(call, [file.markup], {
    'content-type': 'application/json',
    'cache-control': lifetime,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
  })
}
