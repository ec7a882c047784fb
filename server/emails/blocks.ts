import { type Direction, directionOf } from '../../client/i18n/direction.ts'
import type { Brand } from './data.ts'
import type { Button, Letter } from './letter.ts'
import { styledMessage } from './message-html.ts'
import { type Mjml, mjml } from './mjml.ts'
import { oneLine } from './one-line.ts'
import type { ShownMessage } from './shown-messages.ts'
import type { Theme } from './theme.ts'
import { webAddress } from './web-address.ts'

// Building blocks of emails. Light colors are inline; classes are for dark ones (document.ts).

export interface Style {
  theme: Theme
  dir: Direction
}

const start = (dir: Direction) => (dir === 'rtl' ? 'right' : 'left')

/** The company's logo, otherwise its name, which is also shown where images are blocked. */
export function header({ name, logoUrl }: Brand, { theme }: Style): Mjml {
  const picture = webAddress(logoUrl)
  const shown = picture
    ? mjml`<img src="${picture}" alt="${oneLine(name)}" height="28" style="height:28px;width:auto;max-width:240px;object-fit:contain;border:0;color:${theme.light.text};font-size:16px;line-height:28px" />`
    : mjml`<span dir="auto">${oneLine(name)}</span>`
  return mjml`<mj-text css-class="${picture ? 'text logo' : 'text'}" font-weight="600" padding="0 0 28px">${shown}</mj-text>`
}

/** The heading, with the ticket below it. */
export function title({ heading, ticket }: Letter, { theme, dir }: Style): Mjml {
  const subject = ticket?.subject ? oneLine(ticket.subject) : null
  const name = subject && mjml`<span dir="${directionOf(subject, dir)}">${subject}</span>&ensp;`
  return mjml`
    <mj-text padding="0 0 ${ticket ? 6 : 16}px"><h1 style="margin:0;font-size:24px;line-height:1.3;font-weight:600">${heading}</h1></mj-text>
    ${ticket && mjml`<mj-text css-class="quiet" color="${theme.light.quiet}" padding="0 0 20px">${name}#${ticket.number}</mj-text>`}`
}

export function paragraph(text: string): Mjml {
  return mjml`<mj-text padding="0 0 16px">${text}</mj-text>`
}

export function quiet(text: string, { theme }: Style): Mjml {
  return mjml`<mj-text css-class="quiet" color="${theme.light.quiet}" font-size="14px" padding="0 0 12px">${text}</mj-text>`
}

export function facts(facts: Letter['facts'], { theme, dir }: Style): Mjml {
  const lines = facts.map(
    ({ label, value }) =>
      mjml`<div><span class="quiet-part" style="color:${theme.light.quiet}">${label}</span>&ensp;<span dir="${directionOf(value, dir)}">${oneLine(value)}</span></div>`,
  )
  return mjml`<mj-text padding="0 0 16px">${lines}</mj-text>`
}

export function hairline({ theme }: Style, above = 8, below = 24): Mjml {
  return mjml`<mj-divider css-class="hairline" border-width="1px" border-color="${theme.light.hairline}" padding="${above}px 0 ${below}px" />`
}

export function message({ author, time, body, kind, whole }: ShownMessage, { theme, dir }: Style): Mjml {
  const own = directionOf(body, dir)
  const shown = whole
    ? styledMessage(body, kind, theme.light, own)
    : mjml`<p style="margin:0 0 14px">${body}</p>`
  return mjml`<mj-text padding="0 0 10px">
    <div style="font-weight:600"><span dir="${directionOf(author, dir)}">${author}</span></div>
    <div class="quiet-part" style="color:${theme.light.quiet};font-size:13px;padding:0 0 10px">${time}</div>
    <div dir="${own}" style="text-align:${start(own)};overflow-wrap:anywhere;word-break:break-word">${shown}</div>
  </mj-text>`
}

export function way({ text, button: link }: Letter['way'], style: Style): Mjml {
  return mjml`${text && paragraph(text)}${link && button(link, style)}`
}

function button({ label, url }: Button, { theme, dir }: Style): Mjml {
  return mjml`<mj-button css-class="button" ${url !== null && mjml`href="${url}"`} align="${start(dir)}" background-color="${theme.accent}" color="${theme.onAccent}" border="1px solid ${theme.light.rim}" border-radius="8px" inner-padding="11px 22px" font-size="16px" font-weight="600" line-height="22px" padding="4px 0 8px">${label}</mj-button>`
}

export function footer({ lines, mute }: Letter['footer'], style: Style): Mjml {
  const { quiet } = style.theme.light
  const link =
    mute &&
    mjml`<a class="quiet-part" href="${mute.url}" target="_blank" style="color:${quiet};text-decoration:underline">${mute.label}</a>`
  return mjml`${hairline(style, 24, 16)}
    <mj-text css-class="quiet" color="${quiet}" font-size="13px" padding="0">
      ${lines.map((line) => mjml`<div>${line}</div>`)}${link && mjml`<div style="padding:6px 0 0">${link}</div>`}
    </mj-text>`
}
