/** A PDF of one A4 page with this content, in the operators of PDF; `objects` are added to it. */
export function pdf(content: string, { box = '0 0 595 842', objects = [] as string[] } = {}): Buffer {
  const all = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</Im 6 0 R>>>>>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...objects,
  ]
  let text = '%PDF-1.7\n'
  const places = all.map((object, at) => {
    const place = String(text.length).padStart(10, '0')
    text += `${at + 1} 0 obj${object}endobj\n`
    return `${place} 00000 n \n`
  })
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(
    `${text}${table}trailer<</Size ${all.length + 1}/Root 1 0 R>>startxref\n${text.length}\n%%EOF`,
    'latin1',
  )
}
