/** The custom properties of each `:root` rule of a style sheet. */
export function propertiesIn(sheet: string): Map<string, string>[] {
  const rules = [...sheet.matchAll(/:root\s*{([^}]*)}/g)]
  return rules.map(([, body = '']) => {
    const declarations = [...body.matchAll(/(--tc-[\w-]+):\s*([^;]+);/g)]
    return new Map(declarations.map(([, name = '', value = '']) => [name, value] as const))
  })
}
