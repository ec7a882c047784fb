export interface Property {
  name: string
  light: string
  /** Empty if it is the same. */
  dark: string
}

/** The custom properties of the first `:root` rule of a stylesheet. */
export function propertiesIn(sheet: string): Property[] {
  const [, body = ''] = /:root\s*{([^}]*)}/.exec(sheet) ?? []
  return [...body.matchAll(/(--tc-[\w-]+):\s*([^;]+);/g)].map(([, name = '', text = '']) => {
    const value = text.replace(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')')
    const [, light, dark = ''] = /^light-dark\(((?:[^(),]|\([^()]*\))+), (.+)\)$/.exec(value) ?? []
    return { name, light: light ?? value, dark }
  })
}
