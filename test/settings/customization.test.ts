import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { forgetWebsiteAccess } = await import('../../server/identity/website.ts')
const website = await createTestWebsite(origin, rootKey)

/** Saves the HTML; returns the mutation's answer, and the frame's document with its policy. */
async function customize(headHtml: string) {
  const saved = await website.key.run(
    'updateCustomization',
    { headHtml },
    'served dropped website { settings { headHtml } }',
  )
  const response = await fetch(website.frameUrl('jane@example.com'), {
    headers: { referer: 'https://app.acme.com/' },
  })
  return {
    ...saved,
    document: await response.text(),
    policy: response.headers.get('content-security-policy') ?? '',
  }
}

const kept = [
  '<link rel="stylesheet" href="https://assets.acme.com/ticket-center-custom.css" type="text/css" />',
  '<link rel="preconnect" href="https://assets.acme.com" crossorigin>',
  '<link rel="icon" href="https://assets.acme.com/icon.png">',
  '<meta name="theme-color" content="#123456">',
  '<style>.tc-button { border-radius: 0 }</style>',
]

const dropped = [
  '<script>alert(1)</script>',
  '<script src="https://assets.acme.com/x.js"></script>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<meta name="referrer" content="unsafe-url">',
  '<form action="https://evil.example/"><input name="a"></form>',
  '<link rel="stylesheet" href="http://assets.acme.com/x.css">',
  '<link rel="stylesheet" href="//assets.acme.com/x.css">',
  '<link rel="stylesheet" href="data:text/css,a{}">',
  '<link rel="import" href="https://assets.acme.com/x.html">',
  '<link rel=stylesheet href="https://a;sandbox/x.css">',
  '<link rel=stylesheet href="https://a,b/x.css">',
  '<link rel=stylesheet href="https://*/x.css">',
  '<iframe src="https://evil.example/"></iframe>',
  '<img src="x" onerror="alert(1)">',
  '<svg onload="alert(1)"></svg>',
  '<noscript><style>a{}</style></noscript>',
  'plain text',
]

describe('head HTML', () => {
  test.for(kept)('serves %s', async (html) => {
    const { dropped, document, served } = await customize(html)
    expect(dropped).toEqual([])
    expect(served).not.toBe('')
    expect(document).toContain(served)
  })

  test('reports at most fifty things that it does not serve, each once', async () => {
    expect((await customize('<b></b>'.repeat(5_000))).dropped).toHaveLength(1)
    const many = Array.from({ length: 500 }, (_, at) => `<x${at}></x${at}>`).join('')
    expect((await customize(many)).dropped).toHaveLength(51)
  })

  test.for(dropped)('does not serve %s, and reports it', async (html) => {
    const { dropped, served, website } = await customize(html)
    expect([served, dropped.length > 0]).toEqual(['', true])
    expect(website.settings.headHtml).toBe(html)
  })

  test('keeps no attribute that runs, and cannot close our elements', async () => {
    const { served } = await customize(
      '<link rel="stylesheet" href="https://a.acme.com/x.css" onload="alert(1)" style="x"><link rel=stylesheet href="https://a.acme.com/&quot;><script>alert(1)</script>">',
    )
    expect(served).not.toMatch(/onload|style="x"|<script/)
  })

  test('extends the policy by the hosts it names, and by its own styles’ hashes', async () => {
    const css = '.tc-app { background: url(https://cdn.acme.com/b.png) }'
    const { policy } = await customize(
      `<link rel="stylesheet" href="https://assets.acme.com/x.css"><style>${css}</style>`,
    )
    const directive = (name: string) =>
      policy.split('; ').find((part: string) => part.startsWith(`${name} `)) ?? ''
    const hash = `'sha256-${createHash('sha256').update(css).digest('base64')}'`
    expect(directive('style-src').split(' ')).toEqual(
      expect.arrayContaining([hash, 'https://assets.acme.com']),
    )
    expect(directive('img-src')).toContain('https://cdn.acme.com')
    expect(directive('font-src')).toContain('https://assets.acme.com')
    expect(directive('script-src')).not.toContain('acme')
    expect(policy).not.toContain('unsafe-inline')
  })

  test('sends open frames its stylesheets together with their media', async () => {
    await customize('<style media="print">a{}</style>')
    const { website: read } = await website.key.ask('{ website { customStyles { styles } } }')
    expect(read.customStyles.styles).toEqual(['@media print {a{}}'])
  })

  test.for([
    ['links', (host: string) => `<link rel="stylesheet" href="https://${host}/x.css">`],
    ['styles', (host: string) => `<style>a { background: url(https://${host}/x.png) }</style>`],
  ] as const)('loads from at most 20 origins, and reports the others, in %s', async ([, from]) => {
    const hosts = (count: number) =>
      Array.from({ length: count }, (_, index) => from(`${index}.acme.com`)).join('')
    const { policy } = await customize(hosts(20))
    expect(policy).toContain('https://19.acme.com')
    const refused = await website.key.attempt('updateCustomization', { headHtml: hosts(22) })
    expect(refused).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: ['input', 'headHtml'] }] })
    expect(refused.issues[0].message).toMatch(/20\.acme\.com https:\/\/21\.acme\.com$|<style>$/)
    const { websiteId: id } = website
    expect((await db.website.findUniqueOrThrow({ where: { id } })).headHtml, 'nothing changed').toBe(
      hosts(20),
    )
    // Saved by an earlier version.
    await db.website.update({ where: { id }, data: { headHtml: hosts(2_000) } })
    forgetWebsiteAccess(id)
    const response = await fetch(website.frameUrl('jane@example.com'), {
      headers: { referer: 'https://app.acme.com/' },
    })
    expect(response.headers.get('content-security-policy')?.length).toBeLessThan(5_000)
  })

  test('names a host that is none, and keeps it out of the policy', async () => {
    const { dropped, policy } = await customize(
      '<link rel=icon href="https://a;sandbox/x"><style>a { background: url(https://*/x) url(https://[::1]/x) }</style>',
    )
    expect(dropped).toEqual([
      expect.stringContaining('“a;sandbox” is not a host name'),
      expect.stringContaining('“*” is not a host name'),
    ])
    expect(policy).not.toMatch(/;sandbox|https:\/\/\*/)
    expect(policy).toContain('https://[::1]')
  })

  test('is limited to 65,536 characters', async () => {
    const result = await website.key.attempt('updateCustomization', { headHtml: ' '.repeat(65_537) })
    expect(result).toMatchObject({ issues: [{ path: ['input', 'headHtml'] }] })
  })
})
