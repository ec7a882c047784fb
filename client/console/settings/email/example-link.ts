/** A ticket that need not exist. */
export const exampleTicket = {
  number: '41',
  id: 'VGlja2V0OjAxOTNhMmIwLTdjMWUtN2QzYS05ZjAwLTAwMDAwMDAwMDA0MQ',
}

/** The template's link to the example ticket; null if the template is invalid. */
export function exampleLink(template: string): string | null {
  const link = template
    .trim()
    .replace(/\{(number|id)\}/g, (_, name: keyof typeof exampleTicket) => exampleTicket[name])
  return link !== template.trim() && /^https?:\/\//i.test(link) && URL.canParse(link)
    ? new URL(link).href
    : null
}
