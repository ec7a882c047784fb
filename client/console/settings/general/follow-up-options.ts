import type { SettingsTexts } from '../use-text.ts'

const common = [0, 1, 3, 7, 14, 30, 60, 90]

/** Days to choose from; always includes the current number, which the API may have set. */
export function followUpOptions(text: SettingsTexts, current: number): { value: string; label: string }[] {
  return [...new Set([...common, current])]
    .sort((one, other) => one - other)
    .map((days) => ({
      value: String(days),
      label: days === 0 ? text('general.followUp.never') : text('general.followUp.days', { count: days }),
    }))
}
