const placeholder = /\{(number|id)\}/g

export interface LinkedTicket {
  number: number
  /** Global id. */
  id: string
}

/** A ticket's address on a company's page: `template` with {number} and {id} filled in. Throws if it is invalid. */
export function ticketLink(template: string, { number, id }: LinkedTicket): string {
  const values: Record<string, string | number> = { number, id }
  const filled = template.replace(placeholder, (_, name: string) => encodeURIComponent(values[name] ?? ''))
  return new URL(filled).href
}

/** Whether the template identifies a ticket. */
export function namesTicket(template: string): boolean {
  return template.search(placeholder) !== -1
}

/** The template without its placeholders. */
export function withoutPlaceholders(template: string): string {
  return template.replace(placeholder, '')
}
