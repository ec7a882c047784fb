import { type Mjml, slot } from './mjml.ts'

/** Texts of an email's HTML, with the numbers of the values between them: text, number, text, number, … */
type Pieces = string[]

const pieces = new Map<string, Promise<Pieces>>()
/** By the parts of an email, its language's direction and the company's colors. */
const maxShapes = 300

/** MJML as HTML. MJML takes longer than everything else about an email: it sees each shape once. */
export async function toHtml(document: Mjml): Promise<string> {
  const { shape, values } = document
  const known = pieces.get(shape) ?? compile(shape)
  if (!pieces.has(shape)) {
    if (pieces.size >= maxShapes) pieces.clear()
    pieces.set(shape, known)
    known.catch(() => pieces.delete(shape))
  }
  return (await known).map((piece, at) => (at % 2 === 0 ? piece : values[Number(piece)])).join('')
}

/** Rejects if MJML finds an error. */
async function compile(shape: string): Promise<Pieces> {
  let next = 0
  const numbered = shape.replaceAll(slot, () => `${slot}${next++}${slot}`)
  const mjml2html = await loadMjml()
  const { html } = await mjml2html(numbered, { validationLevel: 'strict', ignoreIncludes: true, fonts: {} })
  return html.split(slot)
}

/** Takes a second and a hundred megabytes: only for processes that write emails. */
export async function loadMjml() {
  return (await import('mjml')).default
}
