/** Keys that no source contains, either as a string or by a template such as `status.${status}`. */
export function unusedTexts(catalogue: Record<string, string>, sources: string[]): string[] {
  const source = sources.join('\n')
  const strings = new Set([...source.matchAll(/'([\w.]+)'/g)].map(([, key]) => key))
  const templates = [...source.matchAll(/`((?:[\w.]|\$\{[^}`]*\})+)`/g)]
    .map(([, template = '']) => template.replaceAll('.', '\\.').replace(/\$\{.*?\}/g, '[\\w.]+'))
    // A template without a fixed part would match every key.
    .filter((pattern) => /\w/.test(pattern.replaceAll('[\\w.]+', '')))
    .map((pattern) => new RegExp(`^${pattern}$`))
  return Object.keys(catalogue).filter((key) => {
    const base = key.replace(/\.(zero|one|two|few|many|other)$/, '')
    const named = strings.has(key) || strings.has(base)
    return !named && !templates.some((template) => template.test(key) || template.test(base))
  })
}
