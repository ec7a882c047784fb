import sanitize from 'sanitize-html'
import { describe, expect, test } from 'vitest'
import { toHtml, toPreview } from '../../server/text/markdown.ts'
import { elements, expectHarmless } from '../support/harmless-html.ts'
import { processorTime } from '../support/processor-time.ts'

const hrefs = (html: string) => elements(html).flatMap(({ attributes }) => attributes.href ?? [])

describe('the team’s Markdown is rendered', () => {
  test.each([
    ['two\nlines', '<p>two<br />\nlines</p>'],
    ['two\n\nparagraphs', '<p>two</p>\n<p>paragraphs</p>'],
    ['*this* and **that** and ~~not~~', '<p><em>this</em> and <strong>that</strong> and <s>not</s></p>'],
    ['a < b && c > d', '<p>a &lt; b &amp;&amp; c &gt; d</p>'],
    ['<b>bold</b>', '<p>&lt;b&gt;bold&lt;/b&gt;</p>'],
    ['`<b>`', '<p><code>&lt;b&gt;</code></p>'],
    ['- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
    ['3. three\n4. four', '<ol start="3">\n<li>three</li>\n<li>four</li>\n</ol>'],
    ['> said', '<blockquote>\n<p>said</p>\n</blockquote>'],
    ['# no heading', '<p># no heading</p>'],
  ])('%j', (text, html) => {
    expect(toHtml(text, 'team')).toBe(html)
  })

  test.each([
    ['[a](https://acme.com/?a=1&b=2)', 'https://acme.com/?a=1&amp;b=2'],
    ['see https://acme.com/path.', 'https://acme.com/path'],
    ['<https://acme.com>', 'https://acme.com'],
    ['help@acme.com', 'mailto:help@acme.com'],
  ])('%s is a link', (text, href) => {
    expect(hrefs(toHtml(text, 'team'))).toEqual([href.replace('&amp;', '&')])
    expectHarmless(toHtml(text, 'team'))
  })
})

describe('a customer’s text is shown as written', () => {
  test.each([
    ['two\nlines', '<p>two<br />\nlines</p>'],
    ['two\r\n\r\nparagraphs', '<p>two</p>\n<p>paragraphs</p>'],
    ['a\n\n\nb', '<p>a</p>\n<p><br />\nb</p>'],
    ['__init__.py and *new* and ~~old~~', '<p>__init__.py and *new* and ~~old~~</p>'],
    ['C:\\temp\\*new*', '<p>C:\\temp\\*new*</p>'],
    ['2 * 3 * 4, `x`, #1', '<p>2 * 3 * 4, `x`, #1</p>'],
    ['- one\n- two', '<p>- one<br />\n- two</p>'],
    ['3. three\n1. one', '<p>3. three<br />\n1. one</p>'],
    ['> said', '<p>&gt; said</p>'],
    ['&amp; &lt;b&gt; \\<b>', '<p>&amp;amp; &amp;lt;b&amp;gt; \\&lt;b&gt;</p>'],
    [
      'if x:\n    y  =  1\n\tz',
      '<p>if x:<br />\n\u00a0\u00a0\u00a0\u00a0y\u00a0 =\u00a0 1<br />\n\u00a0\u00a0\u00a0\u00a0z</p>',
    ],
    ['    code?', '<p>\u00a0\u00a0\u00a0\u00a0code?</p>'],
    [
      'see\n```js\n<b>  *x*\n```\nthere',
      '<p>see</p>\n<pre><code>&lt;b&gt;  *x*\n</code></pre>\n<p>there</p>',
    ],
    ['~~~\n```\n~~~', '<pre><code>```\n</code></pre>'],
    ['```\nnever closed', '<p>```<br />\nnever closed</p>'],
    ['Title\n=====\n---', '<p>Title<br />\n=====<br />\n---</p>'],
    ['\n\n  \n', ''],
  ])('%j', (text, html) => {
    expect(toHtml(text, 'customer')).toBe(html)
  })

  test.each([
    ['see https://acme.com/a_b_c?x=*1*&y=2.', 'https://acme.com/a_b_c?x=*1*&y=2'],
    ['[docs](https://acme.com/docs)', 'https://acme.com/docs'],
    ['<https://acme.com>', 'https://acme.com'],
    ['help@acme.com', 'mailto:help@acme.com'],
  ])('%s is a link', (text, href) => {
    const html = toHtml(text, 'customer')
    expect(hrefs(html)).toEqual([href])
    expect(sanitize(html, { allowedTags: [] })).toBe(
      sanitize(text.replaceAll('<', '&lt;'), { allowedTags: [] }),
    )
  })

  test('in its preview, too', () => {
    expect(toPreview('__init__ in  C:\\temp\\*new* &amp;', 'customer')).toBe(
      '__init__ in C:\\temp\\*new* &amp;',
    )
    expect(toPreview('```\ncode\n```', 'customer')).toBe('code')
    expect(toPreview('🎟'.repeat(200), 'customer').isWellFormed()).toBe(true)
  })
})

describe('a preview', () => {
  test.each([
    ['*one* **two** `three`', 'one two three'],
    ['one\n\ntwo\r\n  three', 'one two three'],
    ['[text](https://acme.com)', 'text'],
    ['- one\n- two', 'one two'],
    ['a < b && "c" > \'d\'', 'a < b && "c" > \'d\''],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['&lt;b&gt; &amp;lt;', '<b> &lt;'],
    ['```\ncode\n```', 'code'],
    ['   ', ''],
    ['![picture](https://evil.example/x.png)', '!picture'],
  ])('of %j is the plain text %j', (text, plain) => {
    expect(toPreview(text, 'team')).toBe(plain)
  })

  test('is one line of limited length, and quick for the longest message', async () => {
    expect(toPreview('a'.repeat(140), 'team')).toBe('a'.repeat(140))
    expect(toPreview('a'.repeat(141), 'team')).toBe(`${'a'.repeat(139)}…`)
    const text = '[a](https://acme.com) * '.repeat(5_000)
    expect(toPreview(text, 'team').length).toBeLessThanOrEqual(140)
    expect(await processorTime(() => toPreview(text, 'team'))).toBeLessThan(20_000)
  })

  test('does not split a character', () => {
    expect(toPreview('🎟'.repeat(200), 'team').isWellFormed()).toBe(true)
    expect(toPreview(`a${'🎟'.repeat(200)}`, 'team').isWellFormed()).toBe(true)
  })
})
