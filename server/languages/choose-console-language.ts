import { consoleTexts } from './catalogues.ts'
import { type Negotiated, negotiation } from './negotiation.ts'
import { acceptedLanguages } from './read-locale.ts'

const negotiate = negotiation([...consoleTexts.keys()])

/** The language of the console: the operator's choice or the browser's; English if it speaks neither. */
export function chooseConsoleLanguage(
  acceptLanguage: string | undefined,
  chosen: string | null = null,
): Negotiated {
  return negotiate(chosen, ...acceptedLanguages(acceptLanguage)) ?? { locale: 'en', tag: 'en' }
}
