import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { rendererVersion, toHtml } from '../../server/text/markdown.ts'

const samples = [
  'Two paragraphs.\n\nAnd a\nline break.',
  '*em* **strong** ~~gone~~ `code` __init__ C:\\temp\\*new*',
  '- a\n- b\n\n3. c\n4. d\n\n> quoted\n> twice',
  '```js\nconst a = "<b>"\n```\n\n    indented',
  'https://acme.com/a?b=c&d www.acme.com jane@acme.com [text](https://acme.com "title") <https://acme.com>',
  '![picture](https://acme.com/x.png) <b>bold</b> &amp; # heading\n# heading\n\n---\n\n| a |\n|---|',
  '[a](javascript:alert(1)) [b](/relative) [c](//acme.com) [d](mailto:jane@acme.com)',
  'a@b.cd <c@d.ef> https://g.hi '.repeat(200),
]

test('the renderer’s output matches the stored version: increase it with every change', () => {
  const digest = createHash('sha256')
    .update(samples.flatMap((text) => [toHtml(text, 'team'), toHtml(text, 'customer')]).join('\0'))
    .digest('hex')
  expect({ rendererVersion, digest: digest.slice(0, 16) }).toEqual({
    rendererVersion: 3,
    digest: '650165954b36c705',
  })
})
