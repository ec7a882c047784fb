import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { FrameText } from './catalogue.ts'
import type { Text } from './text.ts'

export const TextContext = createContext<Text<FrameText>>((key) => key)

export function useText(): Text<FrameText> {
  return useContext(TextContext)
}
