import type { Catalogue, ConsoleText, DataText, IssueText, SettingsText } from '../../i18n/catalogue.ts'
import { shownLanguage } from './language.ts'

interface Texts {
  console: Record<ConsoleText, string>
  settings: Record<SettingsText, string>
  data: Record<DataText, string>
  /** What is wrong with an input, by the server's codes. */
  issues: Record<IssueText, string>
  /** Of the frame, for its preview. */
  frame: Catalogue['frame']
  /** Of what both apps load when it is needed. */
  late: Catalogue['late']
}

type Files<Group extends keyof Texts> = Record<string, () => Promise<Texts[Group]>>

const files: { [Group in keyof Texts]: Files<Group> } = {
  console: import.meta.glob<Texts['console']>('../../i18n/console/*.json', { import: 'default' }),
  settings: import.meta.glob<Texts['settings']>('../../i18n/settings/*.json', { import: 'default' }),
  data: import.meta.glob<Texts['data']>('../../i18n/data/*.json', { import: 'default' }),
  issues: import.meta.glob<Texts['issues']>('../../i18n/issues/*.json', { import: 'default' }),
  // Of the frame's languages, those that the console speaks.
  frame: import.meta.glob<Texts['frame']>('../../i18n/catalogues/{de,en,es,fr,it,pt-BR}.json', {
    import: 'frame',
  }),
  late: import.meta.glob<Texts['late']>('../../i18n/catalogues/{de,en,es,fr,it,pt-BR}.json', {
    import: 'late',
  }),
}

/** Languages that the console speaks. */
export const spokenLanguages = Object.keys(files.console).map((path) => path.replace(/^.*\/|\.json$/g, ''))

/** Loads one group of texts in one language; `en-XA` is made from the English ones. */
export async function loadTexts<Group extends keyof Texts>(
  group: Group,
  tag = shownLanguage().tag,
): Promise<Texts[Group]> {
  // Only servers for development and tests choose it.
  if (tag === 'en-XA') {
    const { pseudoTexts } = await import('../../i18n/pseudo.ts')
    return pseudoTexts(await loadTexts(group, 'en'))
  }
  const found = Object.entries(files[group] as Files<Group>).find(([path]) => path.endsWith(`/${tag}.json`))
  if (!found) throw new Error(`There are no texts in ${tag}`)
  return found[1]()
}
