interface Field {
  name: string
  type: string
  shownIf: string | null
  shownIfValues: string[]
}

/** The fields that a form shows while they have these values, by the server's rules: one that is not shown has none. */
export function shownFields<Shown extends Field>(
  fields: readonly Shown[],
  values: Readonly<Record<string, string | undefined>>,
): Shown[] {
  const isShown = ({ shownIf, shownIfValues }: Field): boolean => {
    const decisive = fields.find(({ name }) => name === shownIf)
    if (!decisive) return true
    const value = values[decisive.name] || (decisive.type === 'CHECKBOX' ? 'false' : '')
    if (!value || !isShown(decisive)) return false
    return shownIfValues.length > 0 ? shownIfValues.includes(value) : value !== 'false'
  }
  return fields.filter(isShown)
}
