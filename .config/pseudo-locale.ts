import { pseudoCatalogue } from '../client/i18n/pseudo.ts'
import { catalogues, english } from '../server/languages/catalogues.ts'

// For development and tests, imported before the server: `locale=en-XA`.
catalogues.set('en-XA', pseudoCatalogue(english))
