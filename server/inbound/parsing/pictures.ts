/** Marks a picture that is not an attachment. */
export const picture = '\ufffc'

export type Attributes = Record<string, string>
/** The text that stands for a picture; `linked` is the address of the link around it. */
export type ShowPicture = (attributes: Attributes, linked?: string) => string

export const markPicture: ShowPicture = ({ src = '' }) => (/^(?:data|https?):/i.test(src) ? picture : '')

const pixel = /^[01](?:px)?$/
const pixelStyle = /(?:^|[;\s])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)/i
const emoji = /^[\p{Extended_Pictographic}\p{Emoji_Component}\p{RGI_Emoji_Flag_Sequence}]{1,16}$/v

/** Gmail’s and Outlook’s emoji are images; a one-pixel image only tracks who opens the email. */
export function pictureText(
  { alt = '', width = '', height = '', style = '' }: Attributes,
  show: () => string,
): string {
  if (emoji.test(alt)) return alt
  return pixel.test(width) || pixel.test(height) || pixelStyle.test(style) ? '' : show()
}
