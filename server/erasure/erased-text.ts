import type { Rendered } from '../text/render.ts'

/** What stands in for erased words, in every language. */
export const erasedText = '[…]'

/** Columns of a text without its words. `rendered`: the erased text. */
export const erasedBody = ({ html: bodyHtml, rendererVersion }: Rendered) => ({
  body: erasedText,
  bodyHtml,
  rendererVersion,
})

/** Columns of a message without its words and files. */
export const erasedMessage = (rendered: Rendered) => ({
  ...erasedBody(rendered),
  words: [],
  quotedText: null,
  attachmentCount: 0,
})
