import { expect, test } from 'vitest'
import { sanitizeHead } from '../../server/customization/sanitize-head.ts'
import { startBrowser } from '../support/browser.ts'

const hidden =
  '<meta http-equiv=refresh content="0;url=https://evil.test/"><form action=https://evil.test/><input name=p></form><script>1</script>'
const entities = hidden.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const css = 'a{color:red}'

/** HTML with hidden text that our parser or a browser's may take for markup. */
const heads: string[] = [
  hidden,
  `<svg><style>&lt;/style&gt;${entities}</style></svg>`,
  `<math><style>&lt;/style&gt;${entities}</style></math>`,
  `<svg><style>&#60;/style&#62;${entities}</style>`,
  `<svg><style><![CDATA[</style>${hidden}]]></style></svg>`,
  `<svg><![CDATA[</svg><style>${css}</style>${hidden}]]></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;${entities}">`,
  `<svg><desc><style>${css}</style>${hidden}</desc></svg>`,
  `<svg><foreignObject><style>&lt;/style&gt;${entities}</style></foreignObject></svg>`,
  `<svg/><style>${css}</style>${hidden}`,
  `<style>${css}</style ${hidden}`,
  `<style>${css}</STYLE\n>${hidden}`,
  `<style>${css}</style/>${hidden}`,
  `<style>${css}</stylex>${hidden}`,
  `<style>${css}</ style>${hidden}</style>`,
  `<style>${css}<style></style>${hidden}</style>`,
  `<style>${css}<!-- </style> ${hidden} -->`,
  `<style><!-- </style> -->${hidden}`,
  `<style>${css}${hidden}`,
  `<style media='"></style>${hidden}'>${css}</style>`,
  `<style media="print&quot;>&lt;/style>${entities}">${css}</style>`,
  `<!-- > ${hidden} -->`,
  `<!--> ${hidden}`,
  `<!-- --!> ${hidden} -->`,
  `<!DOCTYPE html [${hidden}]>`,
  `<![CDATA[ ${hidden} ]]>`,
  `<? ${hidden} ?>`,
  `<noscript><style></noscript>${hidden}</style></noscript>`,
  `<noscript><p title="</noscript>${entities}">`,
  `<noscript>${hidden}`,
  `<template><style></template>${hidden}</style></template>`,
  `<template><svg><style>&lt;/style&gt;${entities}</style></template>`,
  `<title><style></title>${hidden}</style>`,
  `<textarea><style></textarea>${hidden}</style>`,
  `<xmp><style></xmp>${hidden}</style>`,
  `<iframe><style></iframe>${hidden}</style>`,
  `<noembed><style></noembed>${hidden}</style>`,
  `<noframes><style></noframes>${hidden}</style>`,
  `<select><style></select>${hidden}</style>`,
  `<script><!--<script></script>${hidden}</script>`,
  `<plaintext>${hidden}`,
  `<head><body>${hidden}</body></head>`,
  `<html><head></head><frameset>${hidden}</frameset>`,
  `<link rel=stylesheet href="https://a.test/x.css&quot;>${entities}">`,
  `<link rel=stylesheet href='https://a.test/x.css">${hidden}'>`,
  `<link rel=stylesheet href=https://a.test/x.css title='">${hidden}'>`,
  `<link rel=stylesheet href=https://a.test/x.css onload=alert(1) imagesrcset=x>${hidden}`,
  `<link rel="stylesheet import" href=https://a.test/x.html>`,
  `<link rel=stylesheet href="java\nscript:alert(1)"><link rel=icon href="https://a.test/\n">${hidden}`,
  `<meta name=theme-color content='red">${hidden}' http-equiv=refresh>`,
  `<meta name="theme-color" http-equiv="refresh" content="0;url=https://evil.test/">`,
  `<meta name="THEME-COLOR\0" content=x>${hidden}`,
  `<div><link rel=stylesheet href=https://a.test/x.css>${hidden}`,
  `<p><style>${css}</style>`,
  `</head><body>${hidden}`,
  `<\u0000style>${hidden}</style>`,
  `<style\u000c>${css}</style\u000c>${hidden}`,
  `<stYle>${css}</ſtyle>${hidden}</style>`,
]

test('a browser finds only links, styles and a theme color in a served head', async () => {
  const page = await (await startBrowser()).newPage()
  const served = heads.map((head) => sanitizeHead(head).html)
  const found = await page.evaluate((htmls) => {
    const elements = (html: string) => {
      const parsed = new DOMParser().parseFromString(
        `<!doctype html><html><head><title>T</title>${html}</head><body></body></html>`,
        'text/html',
      )
      const own = [...parsed.querySelectorAll('*')].filter(
        (element) => !['HTML', 'HEAD', 'TITLE', 'BODY'].includes(element.tagName),
      )
      return [
        ...own.map((element) =>
          [
            element.parentElement?.tagName,
            element.namespaceURI === 'http://www.w3.org/1999/xhtml' ? element.tagName : 'foreign',
            ...element.getAttributeNames(),
          ].join(' '),
        ),
        ...[...parsed.head.childNodes, ...parsed.body.childNodes]
          .filter((node) => node.nodeType !== Node.ELEMENT_NODE && node.textContent?.trim())
          .map((node) => `text ${node.textContent}`),
      ]
    }
    return htmls.map(elements)
  }, served)
  const allowed =
    /^HEAD (LINK( (rel|href|type|media|sizes|crossorigin|integrity|title|color))*|STYLE( media)?|META name( content)?( media)?)$/
  const intruders = found.map((names) => names.filter((name) => !allowed.test(name)))
  expect(Object.fromEntries(heads.map((head, index) => [head, intruders[index]]))).toEqual(
    Object.fromEntries(heads.map((head) => [head, []])),
  )
  expect(found.flat().length).toBeGreaterThan(15)
})
