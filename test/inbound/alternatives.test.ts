import { describe, expect, test } from 'vitest'
import { parseEmail } from '../../server/inbound/parsing/parse.ts'

/** An email with these lines: its header without From, a blank line, its body; every character is a byte. */
const parse = (...lines: string[]) =>
  parseEmail(Buffer.from(['From: jane@example.com', ...lines].join('\r\n'), 'latin1'))
const utf8 = (text: string) => Buffer.from(text).toString('latin1')
const bytes = (...codes: number[]) => String.fromCharCode(...codes)
const type = (value: string) => `Content-Type: ${value}`
const html = (content: string) => [type('text/html'), '', content]

describe('of two alternatives', () => {
  const alternative = (plain: string, rich: string) =>
    parse(
      type('multipart/alternative; boundary=b'),
      '',
      '--b',
      type('text/plain; charset=utf-8'),
      '',
      utf8(plain),
      '--b',
      type('text/html; charset=utf-8'),
      '',
      utf8(rich),
      '--b--',
    )
  test.for<[string, string, string, string]>([
    ['the plain one is used', 'The *red* one', '<p>The <b>red</b> one', 'The *red* one'],
    [
      'the HTML is used if the plain one is a placeholder',
      'This email needs a program that shows HTML.',
      '<p>The red one',
      'The red one',
    ],
    [
      'the HTML is used if the plain one has only its first line',
      'Hello,',
      '<p>Hello,<p>the red one is broken',
      'Hello,\n\nthe red one is broken',
    ],
    [
      'the plain one is used if the HTML shows no text',
      'The red one',
      '<img src="https://x.test/logo.png">',
      'The red one',
    ],
    [
      'the HTML is used if the plain one breaks off',
      'The red one prints blank pages since Monday. We tried two cartridges.',
      '<p>The red one prints blank pages since Monday. We tried two cartridges.<p>Call me before noon today.',
      'The red one prints blank pages since Monday. We tried two cartridges.\n\nCall me before noon today.',
    ],
    ['the plain one is used if the HTML breaks off', 'The red one', '<title>x', 'The red one'],
    [
      'the plain one is used if only the HTML has the quotation',
      'Yes',
      '<p>Yes<p>Ada wrote<blockquote>Is it the red printer?</blockquote>',
      'Yes',
    ],
    [
      'the plain one is used in scripts without spaces',
      '印刷できま\nした',
      '<p>印刷できました',
      '印刷できま\nした',
    ],
  ])('%s', async ([, plain, rich, body]) => {
    expect((await alternative(plain, rich)).body).toBe(body)
  })
})

describe('letters are decoded', () => {
  const latin = `Gr${bytes(0xfc)}n ${bytes(0x80)}`
  test.for<[name: string, lines: string[], body: string]>([
    ['in UTF-8 without a charset', ['', utf8('Grün €')], 'Grün €'],
    ['in windows-1252 without a charset', ['', latin], 'Grün €'],
    ['in windows-1252 as ASCII', [type('text/plain; charset=us-ascii'), '', latin], 'Grün €'],
    ['in windows-1252 as UTF-8', [type('text/plain; charset=utf-8'), '', latin], 'Grün €'],
    ['in UTF-8 under an unknown name', [type('text/plain; charset=utf8mb3'), '', utf8('Grün')], 'Grün'],
    [
      'in the charset declared in HTML, not the header’s',
      [type('text/html; charset=utf-8'), '', `<meta charset=windows-1251><p>${bytes(0xc4, 0xe0)}`],
      'Да',
    ],
    [
      'in the charset declared in HTML, as Shift JIS does not fit',
      [type('text/html; charset=shift_jis'), '', `<meta charset=windows-1251><p>${bytes(0xfd, 0xfe)}`],
      'эю',
    ],
    [
      'in UTF-8 with a broken letter, whatever HTML declares',
      [type('text/html; charset=utf-8'), '', `<meta charset=iso-8859-1><p>${utf8('Grün')}${bytes(0xe4)}`],
      'Grün\ufffd',
    ],
    ['in the charset declared in HTML', html(`<meta charset="windows-1251"><p>${bytes(0xc4, 0xe0)}`), 'Да'],
    [
      'in the charset declared in old HTML',
      html(`<meta http-equiv=content-type content="text/html; charset=iso-8859-2"><p>${bytes(0xb1)}`),
      'ą',
    ],
    ['in GB18030 as GB2312', [type('text/plain; charset=gb2312'), '', bytes(0x81, 0x39, 0xee, 0x39)], '㐀'],
    ['in UTF-7', [type('text/plain; charset=utf-7'), '', '1 +- 1, Gr+APw-n'], '1 + 1, Grün'],
    ['in ISO-2022-KR', [type('text/plain; charset=iso-2022-kr'), '', '\x1b$)C\x0eGQ1[\x0f 1'], '한글 1'],
    ['in UTF-8 as ISO-2022-KR', [type('text/plain; charset=iso-2022-kr'), '', utf8('한글')], '한글'],
    ['in ISO-2022-CN', [type('text/plain; charset=ISO-2022-CN'), '', '\x1b$)A\x0e4rS!\x0f 1'], '打印 1'],
    ['in HZ', [type('text/plain; charset=hz-gb-2312'), '', '~{4rS!~} 1~~2 ~\n3'], '打印 1~2 3'],
    ['in UTF-8 as Latin-1', [type('text/plain; charset=iso-8859-1'), '', utf8('Grün €')], 'Grün €'],
    ['in ISO-2022-JP as UTF-8', [type('text/plain; charset=utf-8'), '', '\x1b$B0u:~\x1b(B'], '印刷'],
    ['in UTF-16 without a charset', ['', bytes(0xff, 0xfe, 0x70, 0x53, 0x37, 0x52)], '印刷'],
    ['in ISO-2022-JP without a charset', ['', '\x1b$B0u:~\x1b(B'], '印刷'],
    [
      'where some of them are broken',
      [type('text/plain; charset=utf-8'), '', `${utf8('ü')}${bytes(0xff)}`],
      'ü\ufffd',
    ],
  ])('%s', async ([, lines, body]) => {
    expect((await parse(...lines)).body).toBe(body)
  })

  test('in a header that mixes Latin-1 and UTF-8', async () => {
    const { subject } = await parse(`Subject: Gr${bytes(0xfc)}n`, `X: ${utf8('ü')}`, '', 'x')
    expect(subject).toBe('Grün')
  })

  test.for([
    ['=?utf-8?Q?J=C3=BCrgen?= <j@x.test>', 'Jürgen <j@x.test>'],
    ['"=?iso-8859-1?Q?J=FCrgen?=" <j@x.test>', '"Jürgen" <j@x.test>'],
    ['=?utf-8?B?SsM=?=\r\n =?utf-8?B?vHJnZW4=?= <j@x.test>', 'Jürgen <j@x.test>'],
  ])('in the encoded name of a sender: %s', async ([from = '', shown]) => {
    const email = Buffer.from(`From: ${from}\r\n\r\nx`)
    expect((await parseEmail(email)).from).toBe(shown)
  })
})
