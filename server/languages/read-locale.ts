const scripts: Record<string, string> = { latin: 'Latn', cyrillic: 'Cyrl' }

const shape = /^([\w-]{2,35}?)(?:__?#([\w-]{1,40}))?(?:\.[\w-]+)?(?:@([\w=;:,+/-]{1,100}))?$/
/** `ja_JP_JP` and `no_NO_NY`: no variants elsewhere. */
const javaVariant = /(?<=^[a-z]{2,3}_[A-Z]{2})_[A-Z]{2}$/

/**
 * The canonical language tag (BCP 47) of what dashboards pass as one: also `zh_Hant_TW`, POSIX locales such as
 * `pt_BR.UTF-8`, `de_DE@euro` and `sr_RS@latin`, Java’s `zh_TW_#Hant` and `ja_JP_JP`, and ICU’s `de_DE@currency=EUR`.
 * Undefined unless it names a language.
 */
export function readLocale(text: string | null | undefined): string | undefined {
  const [, tag, java = '', modifier = ''] = shape.exec(text?.trim() ?? '') ?? []
  if (!tag) return undefined
  try {
    const locale = new Intl.Locale(tag.replace(javaVariant, '').replaceAll('_', '-'))
    // `und` has no language: undefined in newer versions of V8.
    if (!locale.language || ['und', 'posix'].includes(locale.language)) return undefined
    const script = scripts[modifier] ?? /^[A-Z][a-z]{3}/.exec(java)?.[0]
    return script ? new Intl.Locale(locale, { script }).toString() : locale.toString()
  } catch {
    return undefined
  }
}

/** The first ten languages of an Accept-Language header, preferred ones first. */
export function acceptedLanguages(header: string | undefined): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/\s*;\s*q=/)
      return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .slice(0, 10)
    .map(({ tag }) => tag)
}
