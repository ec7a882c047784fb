import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Catalogue, en } from './en.ts'
import { createText, type Text } from './text.ts'

export const TextContext = createContext<Text<keyof Catalogue>>(createText(en, 'en'))

export function useText(): Text<keyof Catalogue> {
  return useContext(TextContext)
}
