import { consoleTexts } from './catalogues.ts'
import { type Negotiated, negotiation } from './negotiation.ts'
import { acceptedLanguages } from './read-locale.ts'

const negotiate = negotiation([...consoleTexts.keys()])

/** The language of the console for a browser; English if it speaks none of the browser's. */
export function chooseConsoleLanguage(acceptLanguage: string | undefined): Negotiated {
  return negotiate(...acceptedLanguages(acceptLanguage)) ?? { locale: 'en', tag: 'en' }
}
