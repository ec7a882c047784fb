import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { FrameText } from '../i18n/catalogue.ts'
import type { consoleEn } from '../i18n/console-en.ts'
import type { Text } from '../i18n/text.ts'

/** Texts that both apps have under the same keys. */
export type SharedText = Text<FrameText & keyof typeof consoleEn>

/** The texts of the app that is running. */
export const TextContext = createContext<SharedText>((key) => key)

export function useSharedText(): SharedText {
  return useContext(TextContext)
}
