import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { consoleEn } from '../../i18n/console-en.ts'
import { settingsAccessEn } from '../../i18n/settings-access-en.ts'
import { settingsEmailEn } from '../../i18n/settings-email-en.ts'
import { settingsEn } from '../../i18n/settings-en.ts'
import { createText } from '../../i18n/text.ts'

const TextContext = createContext(
  createText({ ...consoleEn, ...settingsEn, ...settingsEmailEn, ...settingsAccessEn }, 'en'),
)

export function useText() {
  return useContext(TextContext)
}
