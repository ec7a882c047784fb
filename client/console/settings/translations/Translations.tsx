import type { ComponentChildren } from 'preact'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/form/Select.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { languageName } from '../../details/language-name.ts'
import { useSettings } from '../context.ts'
import { Failure } from '../forms/Failure.tsx'
import { localeOptions } from '../general/locales.ts'
import { useText } from '../use-text.ts'

interface Props<Translation> {
  translations: Translation[]
  /** A new one, without its language. */
  empty: Omit<Translation, 'locale'>
  error: string | undefined
  change: (translations: Translation[]) => void
  /** Renders the fields of one, whose contents are in its `locale`; `name` is that of its language. */
  children: (
    translation: Translation,
    name: string,
    edit: (changes: Partial<Translation>) => void,
  ) => ComponentChildren
}

/** What customers see in other languages. */
export function Translations<Translation extends { locale: string }>(props: Props<Translation>) {
  const { translations, empty, error, change, children } = props
  const text = useText()
  const inLocale = useLocale()
  const { website } = useSettings()
  const used = [website.locale, ...translations.map(({ locale }) => locale)]
  const others = localeOptions(inLocale, website.locale).filter(({ value }) => !used.includes(value))

  return (
    <fieldset class="tc-translations">
      <legend class="tc-label">{text('translations.title')}</legend>
      <p class="tc-hint">{text('translations.hint')}</p>
      {translations.map((translation) => {
        const { locale } = translation
        const name = languageName(inLocale, locale)
        const edit = (changes: Partial<Translation>) =>
          change(translations.map((one) => (one === translation ? { ...one, ...changes } : one)))
        return (
          <div key={locale} class="tc-translation">
            {children(translation, name, edit)}
            <Button
              variant="quiet"
              aria-label={text('translations.remove', { language: name })}
              onClick={() => change(translations.filter((one) => one !== translation))}
            >
              {text('remove')}
            </Button>
          </div>
        )
      })}
      <Failure text={error} />
      <Select
        aria-label={text('translations.add')}
        value=""
        options={[{ value: '', label: text('translations.add') }, ...others]}
        onValue={(locale) => change([...translations, { ...empty, locale } as Translation])}
      />
    </fieldset>
  )
}
