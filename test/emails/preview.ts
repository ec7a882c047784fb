import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { RenderedEmail } from '../../server/emails/data.ts'
import { renderEmail } from '../../server/emails/render.ts'
import { html, page } from '../../server/html/html.ts'
import { catalogues } from '../../server/languages/catalogues.ts'
import { kinds, samplesOf } from './samples.ts'
import { type Sample, variants } from './variants.ts'

// `npm run mail:preview [FOLDER]`: every email in every language on one page, wide and narrow, light and dark.
const folder = resolve(process.argv[2] ?? 'data/mail-preview')

const everyKind = (locale: string): Sample[] =>
  kinds.map((kind) => ({ name: locale, kind, data: samplesOf(locale)[kind], locale }) as Sample)
const samples = [...[...catalogues.keys()].flatMap(everyKind), ...variants]

/** A real image in place of the company's logo, which does not exist. */
const logo = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="168" height="40"><circle cx="20" cy="20" r="18" fill="#ffd400"/><text x="48" y="27" font-family="sans-serif" font-weight="700" font-size="20" fill="#222">Kiln &amp; Clay</text></svg>',
)}`

/** The email as in a light or dark inbox, whatever the viewer's system prefers. */
function asSeen(email: RenderedEmail, scheme: 'light' | 'dark'): string {
  return email.html
    .replaceAll('(prefers-color-scheme: dark)', scheme === 'dark' ? 'all' : 'not all')
    .replaceAll('"light dark"', `"${scheme}"`)
    .replaceAll('color-scheme: light dark', `color-scheme: ${scheme}`)
    .replaceAll('https://kiln-and-clay.example/logo.png', logo)
}

async function show({ name, kind, data, locale }: Sample, index: number) {
  const email = await renderEmail(kind, data, locale)
  const frames = [600, 380].flatMap((width) =>
    (['light', 'dark'] as const).map(
      (scheme) =>
        html`<iframe loading="lazy" sandbox width="${width}" title="${width} px, ${scheme}" srcdoc="${asSeen(email, scheme)}"></iframe>`,
    ),
  )
  return html`<section id="${index}"><h2>${kind} · ${name}</h2><p dir="auto">${email.subject}</p><div>${frames}<pre dir="auto">${email.text}</pre></div></section>`
}

const { html: document } = page({
  lang: 'en',
  title: 'Emails',
  styles: `body { margin: 24px; font: 15px/1.6 system-ui, sans-serif }
nav { columns: 5 16em; margin-bottom: 48px }
nav a { display: block }
section { margin-bottom: 64px; border-top: 1px solid #8884 }
section div { display: flex; gap: 16px; overflow-x: auto; align-items: start }
iframe, pre { flex: none; height: 760px; border: 1px solid #8884 }
pre { width: 560px; margin: 0; padding: 16px; box-sizing: border-box; height: 762px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere }`,
  body: html`<h1>Emails</h1>
<nav>${samples.map(({ name, kind }, index) => html`<a href="#${index}">${kind} · ${name}</a>`)}</nav>
${await Promise.all(samples.map(show))}`,
})

mkdirSync(folder, { recursive: true })
const file = join(folder, 'index.html')
writeFileSync(file, document)
process.stdout.write(`${samples.length} emails, wide and narrow, light and dark: ${file}\n`)
