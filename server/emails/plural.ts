type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Picks the form of words that a number takes in a language; `other` stands in for forms that are left out. */
export function plural(language: string, count: number, forms: Forms): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other
}
