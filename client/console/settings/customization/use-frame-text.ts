import { useEffect, useState } from 'preact/hooks'
import type { FrameText, LateText } from '../../../i18n/catalogue.ts'
import { createText, type Text } from '../../../i18n/text.ts'
import { shownLanguage } from '../../texts/language.ts'
import { loadTexts } from '../../texts/load-texts.ts'

/** The frame's texts, which only its preview needs here; undefined until they are loaded. */
export function useFrameText(): Text<FrameText | LateText> | undefined {
  const [text, setText] = useState<Text<FrameText | LateText>>()
  useEffect(() => {
    Promise.all([loadTexts('frame'), loadTexts('late')]).then(
      ([frame, late]) => setText(() => createText({ ...frame, ...late }, shownLanguage().locale)),
      () => {},
    )
  }, [])
  return text
}
