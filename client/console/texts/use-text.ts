import { useContext } from 'preact/hooks'
import type { ConsoleText, IssueText } from '../../i18n/catalogue.ts'
import type { Text } from '../../i18n/text.ts'
import { TextContext } from '../../shell/text.ts'

/** The texts of issues are loaded a little later than the others. */
export function useText(): Text<ConsoleText | IssueText> {
  return useContext(TextContext) as Text<ConsoleText | IssueText>
}
