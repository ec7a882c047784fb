import { Parser } from 'htmlparser2'

const silent = new Set(['script', 'style', 'title'])
const pixel = /^[01](?:px)?$/

/** Whether HTML shows neither text nor a picture: pictures of one pixel only track who opens an email. */
export function isBlankHtml(html: string): boolean {
  let isBlank = true
  let silence = 0
  new Parser({
    onopentag(name, { width = '', height = '' }) {
      if (silent.has(name)) silence++
      if (name === 'img' && !pixel.test(width) && !pixel.test(height)) isBlank = false
    },
    ontext(text) {
      if (silence === 0 && text.trim() !== '') isBlank = false
    },
    onclosetag(name) {
      if (silent.has(name)) silence--
    },
  }).end(html)
  return isBlank
}
