import { useContext } from 'preact/hooks'
import { consoleEn } from '../../i18n/console-en.ts'
import { createText, type Text } from '../../i18n/text.ts'
import { TextContext } from '../../shell/text.ts'

export type ConsoleText = Text<keyof typeof consoleEn>

export const consoleText: ConsoleText = createText(consoleEn, 'en')

export function useText(): ConsoleText {
  return useContext(TextContext) as ConsoleText
}
