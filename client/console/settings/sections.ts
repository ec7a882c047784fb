export const groups = {
  center: ['general', 'team', 'categories', 'faqs', 'welcome', 'email', 'customization'],
  access: ['security', 'keys', 'webhooks', 'check', 'data', 'audit'],
} as const

export type Group = keyof typeof groups
export type Section = (typeof groups)[Group][number]

export const sections: readonly Section[] = [...groups.center, ...groups.access]

export function sectionOf(name: string): Section {
  return sections.find((section) => section === name) ?? 'general'
}
