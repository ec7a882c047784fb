import { isTooLong, messagesOf } from '../inbound/parsing/fit-text.ts'
import { htmlToText } from '../inbound/parsing/html-text.ts'
import type { ShowPicture } from '../inbound/parsing/pictures.ts'
import { body as bodyRule } from '../messages/rules.ts'
import type { ImportedMessage } from './rules.ts'

/** The texts of the messages that an imported one becomes, or what is wrong with it. */
export function readBody({
  body,
  bodyFormat,
}: Pick<ImportedMessage, 'body' | 'bodyFormat'>): string[] | string {
  if (bodyFormat !== 'HTML') {
    const { success, error } = bodyRule.safeParse(body)
    return success ? [body] : (error.issues[0]?.message ?? '')
  }
  const text = textOf(body)
  if (text === undefined) return 'This HTML cannot be read'
  if (isTooLong(text)) return 'The text of this HTML is too long for ten messages'
  const texts = messagesOf(text)
  return texts.length > 0 ? texts : 'This HTML has no text'
}

function textOf(html: string): string | undefined {
  try {
    return htmlToText(html, showPicture).trim()
  } catch {
    return undefined
  }
}

/** The picture’s URL, or that of the link around it; without one, its alt text in brackets. */
const showPicture: ShowPicture = ({ src = '', alt = '' }, linked) => {
  const name = alt.replace(/\s+/g, ' ').trim()
  const url = urlOf(src) ?? urlOf(linked)
  if (url) return name ? ` ${name} <${url}> ` : ` ${url} `
  return name || src ? ` [${name || 'image'}] ` : ''
}

function urlOf(address = ''): string | undefined {
  const url = address.trim().replace(/^\/\//, 'https://')
  return /^https?:/i.test(url) ? url : undefined
}
