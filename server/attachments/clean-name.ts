import { isBlank } from '../text/blank.ts'

/** Bytes that most file systems allow. */
const maxBytes = 255

/** Characters that are invisible or reverse the text around them, and those that no file name may have on Windows. */
const unwanted = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}<>:"|?*]/gu

/** A file's name as it is shown and saved: without its path, tricks and overlength; its extension stays. */
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

/** The beginning of a text that has at most so many bytes as UTF-8. */
function shortened(text: string, bytes: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(Math.max(0, bytes)))
  return text.slice(0, read)
}
