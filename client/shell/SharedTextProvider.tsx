import type { ComponentChildren } from 'preact'
import { TooLongContext } from '../ui/form/limits.ts'
import { LocaleContext } from '../ui/locale.ts'
import { type SharedText, TextContext } from './text.ts'

interface Props {
  locale: string
  text: SharedText
  children: ComponentChildren
}

export function SharedTextProvider({ locale, text, children }: Props) {
  return (
    <LocaleContext.Provider value={locale}>
      <TextContext.Provider value={text}>
        <TooLongContext.Provider value={(count) => text('field.tooLong', { count })}>
          {children}
        </TooLongContext.Provider>
      </TextContext.Provider>
    </LocaleContext.Provider>
  )
}
