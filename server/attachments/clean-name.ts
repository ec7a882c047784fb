import { isBlank } from '../../client/i18n/blank.ts'

/** Bytes that most file systems allow. */
const maxBytes = 255

/** Characters that are invisible, reverse the text around them, or are not allowed in Windows file names. */
const unwanted = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}<>:"|?*]/gu

/** A file's name as shown and saved: without path and misleading characters, shortened before its extension. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const line = last
    .replace(/\s/gu, ' ')
    .replace(unwanted, '')
    .replace(/ +/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (isBlank(line)) return 'file'
  const [, stem = line, extension = ''] = /^(.+?)(\.[^.\s]{1,15})?$/u.exec(line) ?? []
  return shortened(stem, maxBytes - Buffer.byteLength(extension)) + extension
}

/** The longest beginning of a text with at most this many bytes as UTF-8. */
function shortened(text: string, bytes: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(Math.max(0, bytes)))
  return text.slice(0, read)
}
