import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { en } from './en.ts'
import { createText, type Text } from './text.ts'

/** The words of the ticket center. Every locale's catalogue has the keys of the English one. */
export type Catalogue = Record<keyof typeof en, string>

export const TextContext = createContext<Text<keyof typeof en>>(createText(en, 'en'))

export function useText(): Text<keyof typeof en> {
  return useContext(TextContext)
}
