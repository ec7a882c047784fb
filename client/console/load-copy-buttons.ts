import { loadOnce } from '../core/load-once.ts'
import { createText } from '../i18n/text.ts'
import { addStyles } from '../ui/add-styles.ts'
import { shownLanguage } from './texts/language.ts'
import { loadTexts } from './texts/load-texts.ts'

// A script, as a stylesheet that could not be loaded would not be tried again.
const addBlockStyles = loadOnce(async () => addStyles((await import('../ui/text/block.css?inline')).default))

/** Adds copy buttons below an element. Their code is loaded first, with its texts. */
export async function loadCopyButtons(place: Element): Promise<void> {
  const [{ addCopyButtons }, late, own] = await Promise.all([
    import('../shell/messages/add-copy-buttons.tsx'),
    loadTexts('late'),
    loadTexts('console'),
    addBlockStyles(),
  ])
  addCopyButtons(place, createText({ ...own, ...late }, shownLanguage().locale))
}
