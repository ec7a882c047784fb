import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../server/inbound/parsing/html-text.ts'
import { ownWords } from '../../server/inbound/parsing/own-words/own-words.ts'
import { parseEmail } from '../../server/inbound/parsing/parse.ts'
import { processorTime } from '../support/processor-time.ts'

const parse = (lines: string[]) => parseEmail(Buffer.from(['From: a@b.c', ...lines].join('\r\n')))

describe('the text of an HTML email', () => {
  test.for<[name: string, html: string, text: string]>([
    [
      'has the lines of what is preformatted',
      '<pre>ERROR a\n  at b\n\n  at c</pre>',
      'ERROR a\n  at b\n\n  at c',
    ],
    [
      'has preformatted lines that are quoted',
      '<blockquote><pre>a\n b</pre></blockquote>c',
      '> a\n>  b\n>\nc',
    ],
    [
      'has each link’s address',
      '<a href="http://x.y/">one</a> <a href="http://z/">z</a>',
      'one <http://x.y/> z',
    ],
    ['has a link around a line', '<a href="http://x.y/"><div>here</div></a>', 'here <http://x.y/>'],
    ['has a link around two lines', '<a href="http://x.y/">a<br>b</a> c', 'a <http://x.y/>\nb c'],
    ['has an unclosed link', '<a href="http://x.y/">here<p>there', 'here <http://x.y/>\n\nthere'],
    ['has a blank line for one with a no-break space', 'a<div>&nbsp;</div><div>b</div>', 'a\n\nb'],
    [
      'has a blank line above a signature',
      'Thanks<br id="lineBreakAtBeginningOfSignature"><div>Sent from my iPhone</div>',
      'Thanks\n\nSent from my iPhone',
    ],
    ['has a blank line above a block with a signature', 'a<div class="x_signature_block">b</div>', 'a\n\nb'],
    ['continues after an unclosed head', '<head><title>Re</title><p>Please cancel', 'Please cancel'],
  ])('%s', ([, html, text]) => {
    expect(htmlToText(html).trim()).toBe(text)
  })

  test('includes typed text that starts with a bracket', () => {
    const { body, quotedText } = ownWords(
      htmlToText('<p>Two are wrong:</p><p>&gt; 5 of A</p><p>&gt; 7 of B</p>'),
    )
    expect([body.replaceAll('\u2060', ''), quotedText]).toEqual([
      'Two are wrong:\n\n> 5 of A\n\n> 7 of B',
      null,
    ])
  })

  test.for([
    '<a href=http://x.y/>z</a>',
    '<a href=http://x.y/>z</a> <br>',
    ' <br> ',
    '<pre>\n \n</pre>',
    '<blockquote>&gt;&gt;&gt;</blockquote>',
  ])('is found in bounded time among %j', async (piece) => {
    const html = `<a href=http://x.y/>${piece.repeat(1_000_000 / piece.length)}`
    expect(await processorTime(() => htmlToText(html))).toBeLessThan(20_000)
  })
})

describe('hidden text', () => {
  test.for([
    '<div style="display: none; max-height:0">Preview</div>Please<p hidden>Preview</p>',
    '<span style="mso-hide:all;visibility:hidden">Preview</span>Please',
    'Please<template>Preview</template>',
  ])('is left out: %s', (html) => {
    expect(htmlToText(html).trim()).toBe('Please')
  })

  test('is shown if it never ends, as it may hide a person’s words', () => {
    expect(htmlToText('Hi <div style="display:none">Preview <p>Please cancel')).toContain('Please cancel')
  })
})

describe('an email is not mistaken for an empty one', () => {
  test.for([
    '<title>Re: <p>Please cancel</p>',
    '<style>p {} <p>Please',
    '<!-- <p>Please',
    '<p class="x>Please</p>',
  ])('if an unclosed element hides its text: %s', async (html) => {
    await expect(parse(['Content-Type: text/html', '', html])).rejects.toThrow('unclosed element')
  })

  test('if it is an embedded image', async () => {
    const email = await parse(['Content-Type: text/html', '', '<img src="data:image/png;base64,iVBORw0=">'])
    expect(email.body).toBe('🖼️')
  })

  test.for([
    '<template>Please cancel</template>',
    '<div style="display:none">Please cancel</div>',
    '<div hidden>Please <p>cancel',
  ])('if all its text is hidden: %s', async (html) => {
    expect((await parse(['Content-Type: text/html', '', html])).body).toMatch(/Please\s+cancel/)
  })

  test('unless it is empty', async () => {
    const html = '<html><head><title>Re</title><style>p {}</style></head><body><div><br></div></body></html>'
    expect(await parse(['Content-Type: text/html', '', html])).toMatchObject({ body: '', text: '' })
  })
})

describe('of an email’s parts', () => {
  const part = (type: string, ...text: string[]) => [`Content-Type: ${type}`, '', ...text]
  const multipart = (kind: string, mark: string, ...parts: string[][]) =>
    part(
      `multipart/${kind}; boundary=${mark}`,
      ...parts.flatMap((lines) => [`--${mark}`, ...lines]),
      `--${mark}--`,
    )
  const html = part('text/html', '<p>Please <b>cancel</b></p>')
  const plain = part('text/plain', 'Please *cancel*')
  const footer = part('text/plain', 'Checked for viruses.')

  test.for<[name: string, email: string[], text: string]>([
    [
      'all are read, in their order',
      multipart('mixed', 'a', footer, html),
      'Checked for viruses.\n\nPlease cancel',
    ],
    ['the plain alternative is', multipart('alternative', 'a', plain, html), 'Please *cancel*'],
    [
      'the plain alternative is, in any position',
      multipart('alternative', 'a', html, plain),
      'Please *cancel*',
    ],
    [
      'an empty alternative is not',
      multipart('mixed', 'a', multipart('alternative', 'b', part('text/plain', ''), html), footer),
      'Please cancel\n\nChecked for viruses.',
    ],
    [
      'the HTML of one with images is',
      multipart('related', 'a', html, part('image/png', 'x')),
      'Please cancel',
    ],
  ])('%s', async ([, lines, text]) => {
    expect((await parse(lines)).text.trim()).toBe(text)
  })
})
