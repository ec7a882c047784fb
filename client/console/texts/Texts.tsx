import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks'
import type { ConsoleText } from '../../i18n/catalogue.ts'
import { createText } from '../../i18n/text.ts'
import { SharedTextProvider } from '../../shell/SharedTextProvider.tsx'
import { type Language, showLanguage, shownLanguage } from './language.ts'
import { loadTexts } from './load-texts.ts'

const SpeakContext = createContext<(language: Language) => Promise<void>>(async () => {})

/** Changes the language of the page. */
export const useSpeak = () => useContext(SpeakContext)

interface Props {
  /** In the document's language. */
  first: Record<ConsoleText, string>
  children: ComponentChildren
}

export function Texts({ first, children }: Props) {
  const [texts, setTexts] = useState(first)
  const { locale } = shownLanguage()
  const text = useMemo(() => createText(texts, locale), [texts, locale])
  useEffect(() => {
    // Without them, the server's own messages are shown.
    loadTexts('issues').then(
      (issues) => Object.assign(texts, issues),
      () => {},
    )
  }, [texts])
  const speak = useCallback(async (language: Language) => {
    if (language.locale === shownLanguage().locale) return
    const loaded = await loadTexts('console', language.tag)
    showLanguage(language)
    setTexts(loaded)
  }, [])
  return (
    <SpeakContext.Provider value={speak}>
      <SharedTextProvider locale={locale} text={text}>
        {children}
      </SharedTextProvider>
    </SpeakContext.Provider>
  )
}
