import { fontsOf } from '../languages/typography.ts'
import type { Language } from './choose-locale.ts'
import { Mjml, mjml } from './mjml.ts'
import type { Theme } from './theme.ts'

interface Parts {
  language: Language
  theme: Theme
  title: string
  gist: string
  body: Mjml
}

/** The complete document around an email's parts. */
export function emailDocument({ language, theme, title, gist, body }: Parts): Mjml {
  const { direction: dir } = language
  const align = dir === 'rtl' ? 'right' : 'left'
  return mjml`
<mjml lang="${language.locale}" dir="${dir}">
  <mj-head>
    <mj-title>${title}</mj-title>
    <mj-preview>${gist}</mj-preview>
    <mj-attributes>
      <mj-all font-family="${new Mjml(fontsOf(language.tag))}" />
      <mj-text css-class="text" align="${align}" color="${theme.light.text}" font-size="16px" line-height="1.6" />
    </mj-attributes>
    <mj-raw>
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <meta name="format-detection" content="telephone=no, date=no, address=no">
    </mj-raw>
    <mj-style>${new Mjml(darkStyles(theme))}</mj-style>
  </mj-head>
  <mj-body css-class="page" width="600px" background-color="${theme.light.background}">
    <mj-section direction="${dir}" padding="32px 24px 40px">
      <mj-column direction="${dir}" padding="0">${body}</mj-column>
    </mj-section>
  </mj-body>
</mjml>`
}

function darkStyles({ accent, onAccent, dark }: Theme): string {
  return `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .page > div { background-color: ${dark.background} !important; }
  .text div { color: ${dark.text} !important; }
  .quiet div, .text .quiet-part, .quiet .quiet-part, .text .quote { color: ${dark.quiet} !important; }
  .text .link { color: ${dark.link} !important; }
  .text .surface { background-color: ${dark.surface} !important; }
  .text .quote, .hairline p { border-color: ${dark.hairline} !important; }
  .button td { background-color: ${accent} !important; border-color: ${dark.rim} !important; }
  .button a { background-color: ${accent} !important; color: ${onAccent} !important; }
  .logo img { background-color: #ffffff !important; border-radius: 6px; padding: 6px 8px; }
}`
}
