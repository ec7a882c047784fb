import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ConsoleText, FrameText } from '../i18n/catalogue.ts'
import type { Text } from '../i18n/text.ts'

/** Texts that both apps have under the same keys. */
export type SharedText = Text<FrameText & ConsoleText>

/** The texts of the app that is running. */
export const TextContext = createContext<SharedText>((key) => key)

export function useSharedText(): SharedText {
  return useContext(TextContext)
}
