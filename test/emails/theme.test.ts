import { describe, expect, test } from 'vitest'
import { contrast } from '../../server/emails/colors.ts'
import { renderEmail } from '../../server/emails/render.ts'
import { themeOf } from '../../server/emails/theme.ts'
import { readHtml } from './read-html.ts'
import { brand, kinds, samplesOf, ticketEmail } from './samples.ts'

const channels = ['00', '40', '80', 'c0', 'ff']
const accents = channels.flatMap((red) =>
  channels.flatMap((green) => channels.map((blue) => `#${red}${green}${blue}`)),
)

test('contrast is computed by WCAG', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#ff0000', '#00ff00')).toBeCloseTo(2.91, 2)
})

describe('for any accent color', () => {
  test('texts, links and buttons are readable in light and dark', () => {
    for (const accentColor of accents) {
      const { accent, onAccent, light, dark } = themeOf({ ...brand, accentColor })
      expect(accent).toBe(accentColor)
      expect(contrast(onAccent, accent), accent).toBeGreaterThanOrEqual(4.5)
      for (const { text, quiet, link, background, surface, rim } of [light, dark]) {
        expect(contrast(text, surface)).toBeGreaterThanOrEqual(7)
        expect(contrast(quiet, background)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(link, background), accent).toBeGreaterThanOrEqual(4.5)
        expect(contrast(link, surface), accent).toBeGreaterThanOrEqual(4.5)
        expect(contrast(rim, background), accent).toBeGreaterThanOrEqual(1.25)
      }
    }
  })

  test('a readable color is used unchanged, and without one the default is', () => {
    expect(themeOf({ ...brand, accentColor: '#8a1c4a' }).light.link).toBe('#8a1c4a')
    expect(themeOf({ ...brand, accentColor: '#FFD400' })).toMatchObject({
      accent: '#FFD400',
      onAccent: '#000000',
    })
    expect(themeOf(brand)).toMatchObject({ accent: '#1d5bd6', onAccent: '#ffffff' })
  })

  test('an email’s button and links use it', async () => {
    const theme = themeOf({ ...brand, accentColor: '#ffd400' })
    const { html } = await renderEmail(
      'REPLIED',
      ticketEmail('en', { brand: { ...brand, accentColor: '#ffd400' } }),
      'en',
    )
    const links = readHtml(html)
      .elements.filter(({ tag }) => tag === 'a')
      .map(({ attributes }) => attributes.style)
    expect(links[0]).toContain(`color:${theme.light.link}`)
    expect(links[1]).toMatch(/background:#ffd400;color:#000000/)
  })
})

describe('every email', () => {
  test.each(kinds)('%s fetches nothing except the logo', async (kind) => {
    const plain = await renderEmail(kind, samplesOf()[kind], 'en')
    const logoUrl = 'https://kiln-and-clay.example/logo.png'
    const withLogo = await renderEmail(kind, samplesOf('en', { brand: { ...brand, logoUrl } })[kind], 'en')
    for (const { html } of [plain, withLogo]) {
      expect(html).not.toMatch(/@import|url\(|<link|<script|googleapis|srcset|background="/)
      const fetching = readHtml(html).elements.filter(({ attributes }) => attributes.src)
      expect(fetching.map(({ attributes }) => attributes.src)).toEqual(html === plain.html ? [] : [logoUrl])
      for (const { attributes } of fetching)
        expect(attributes).toMatchObject({ alt: 'Kiln & Clay', height: '28' })
    }
    expect(readHtml(plain.html).text).toContain('Kiln & Clay')
  })

  test.each(kinds)('%s has light and dark colors', async (kind) => {
    const { html } = await renderEmail(kind, samplesOf()[kind], 'en')
    const metas = readHtml(html)
      .elements.filter(({ tag }) => tag === 'meta')
      .map(({ attributes }) => attributes)
    for (const name of ['color-scheme', 'supported-color-schemes'])
      expect(metas).toContainEqual({ name, content: 'light dark' })
    expect(html).toContain('@media (prefers-color-scheme: dark)')
  })

  test('is at most 600 px wide and small enough for Gmail to show it completely', async () => {
    for (const kind of kinds) {
      const { html } = await renderEmail(kind, samplesOf()[kind], 'en')
      expect(html).toContain('max-width:600px')
      expect(html.length).toBeLessThan(20_000)
    }
  })
})
