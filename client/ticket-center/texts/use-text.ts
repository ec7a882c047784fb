import { useContext } from 'preact/hooks'
import type { FrameText, LateText } from '../../i18n/catalogue.ts'
import type { Text } from '../../i18n/text.ts'
import { TextContext } from '../../shell/text.ts'

export function useText(): Text<FrameText> {
  return useContext(TextContext) as Text<FrameText>
}

/** For what is inside `Late`: with it, more texts are loaded. */
export function useLateText(): Text<FrameText | LateText> {
  return useContext(TextContext) as Text<FrameText | LateText>
}
