import { useContext } from 'preact/hooks'
import type { ConsoleText } from '../../i18n/catalogue.ts'
import type { Text } from '../../i18n/text.ts'
import { TextContext } from '../../shell/text.ts'

export function useText(): Text<ConsoleText> {
  return useContext(TextContext) as Text<ConsoleText>
}
