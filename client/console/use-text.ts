import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { consoleEn } from '../i18n/console-en.ts'
import { createText, type Text } from '../i18n/text.ts'

export type ConsoleText = Text<keyof typeof consoleEn>

export const TextContext = createContext<ConsoleText>(createText(consoleEn, 'en'))

export function useText(): ConsoleText {
  return useContext(TextContext)
}
