import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ConsoleText, DataText, SettingsText } from '../../../i18n/catalogue.ts'
import { createText, type Text } from '../../../i18n/text.ts'
import { shownLanguage } from '../../texts/language.ts'
import { loadTexts } from '../../texts/load-texts.ts'

export type DataTexts = Text<ConsoleText | SettingsText | DataText>

export const DataTextContext = createContext<DataTexts>((key) => key)

export function useDataText(): DataTexts {
  return useContext(DataTextContext)
}

/** The texts of this page, and those of the settings and the console. */
export async function loadDataTexts(): Promise<DataTexts> {
  const [own, settings, others] = await Promise.all([
    loadTexts('data'),
    loadTexts('settings'),
    loadTexts('console'),
  ])
  return createText({ ...others, ...settings, ...own }, shownLanguage().locale)
}
