import { createText } from '../i18n/text.ts'
import { shownLanguage } from './texts/language.ts'
import { loadTexts } from './texts/load-texts.ts'

/** Adds copy buttons below an element. Their code is loaded first, with its texts. */
export async function loadCopyButtons(place: Element): Promise<void> {
  const [{ addCopyButtons }, late, own] = await Promise.all([
    import('../shell/messages/add-copy-buttons.tsx'),
    loadTexts('late'),
    loadTexts('console'),
    import('../ui/text/block.css'),
  ])
  addCopyButtons(place, createText({ ...own, ...late }, shownLanguage().locale))
}
