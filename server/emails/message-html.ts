import type { Direction } from '../../client/i18n/direction.ts'
import { type AuthorKind, toHtml } from '../text/markdown.ts'
import { type Mjml, verbatim } from './mjml.ts'
import type { Palette } from './theme.ts'

const mono = "ui-monospace,SFMono-Regular,Menlo,Consolas,'Courier New',monospace"

/** A message as HTML with inline styles: many email clients ignore stylesheets. */
export function styledMessage(text: string, kind: AuthorKind, palette: Palette, dir: Direction): Mjml {
  const styles = stylesOf(palette, dir)
  const html = toHtml(text, kind)
    .replaceAll('<pre><code', `<pre ${styles.pre}><code style="font-family:inherit"`)
    // All input is escaped: every tag comes from Markdown.
    .replace(/<(p|a|code|ul|ol|li|blockquote)(?=[ >])(?! style)/g, (_, tag: Tag) => `<${tag} ${styles[tag]}`)
  return verbatim(html)
}

type Tag = keyof ReturnType<typeof stylesOf>

function stylesOf({ link, quiet, surface, hairline }: Palette, dir: Direction) {
  const side = dir === 'rtl' ? 'right' : 'left'
  const list = `style="margin:0 0 14px;padding:0;padding-${side}:24px"`
  return {
    p: 'style="margin:0 0 14px"',
    a: `class="link" style="color:${link};text-decoration:underline"`,
    code: `class="surface" dir="ltr" style="font-family:${mono};font-size:14px;background-color:${surface};border-radius:4px;padding:1px 4px"`,
    pre: `class="surface" dir="ltr" style="text-align:left;margin:0 0 14px;padding:12px 14px;font-family:${mono};font-size:14px;line-height:1.5;background-color:${surface};border-radius:8px;white-space:pre-wrap"`,
    ul: list,
    ol: list,
    li: 'style="margin:0 0 4px"',
    blockquote: `class="quote" style="margin:0 0 14px;padding:0;padding-${side}:14px;border-${side}:3px solid ${hairline};color:${quiet}"`,
  }
}
