import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ConsoleText, SettingsText } from '../../i18n/catalogue.ts'
import { createText, type Text } from '../../i18n/text.ts'
import { shownLanguage } from '../texts/language.ts'
import { loadTexts } from '../texts/load-texts.ts'

export type SettingsTexts = Text<ConsoleText | SettingsText>

export const SettingsTextContext = createContext<SettingsTexts>((key) => key)

export function useText(): SettingsTexts {
  return useContext(SettingsTextContext)
}

/** The texts of the settings, and those of the console. */
export async function loadSettingsTexts(): Promise<SettingsTexts> {
  const [own, others] = await Promise.all([loadTexts('settings'), loadTexts('console')])
  return createText({ ...others, ...own }, shownLanguage().locale)
}
