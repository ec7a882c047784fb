import { pseudoCatalogue, pseudoTexts } from '../client/i18n/pseudo.ts'
import { catalogues, consoleEnglish, consoleTexts, english } from '../server/languages/catalogues.ts'

// For development and tests, imported before the server: `locale=en-XA`, or a browser that accepts `en-XA`.
catalogues.set('en-XA', pseudoCatalogue(english))
consoleTexts.set('en-XA', pseudoTexts(consoleEnglish))
