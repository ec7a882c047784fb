import { TextField } from '../../../ui/form/TextField.tsx'
import { Translations } from '../translations/Translations.tsx'
import { useText } from '../use-text.ts'
import { choicesIn, type FieldTranslation, type FieldValues } from './values.ts'

const empty = { label: '', hint: '', choices: [] }

interface Props {
  values: FieldValues
  issues: Record<string, string>
  edit: (part: Partial<FieldValues>) => void
}

/** A field's label, hint and choices in other languages. */
export function FieldTranslations({ values, issues, edit }: Props) {
  const text = useText()
  const { type, hint, choices, translations } = values
  const shown = type === 'CHOICE' ? choicesIn(choices) : []
  return (
    <Translations
      translations={translations}
      empty={empty}
      error={issues.translations}
      change={(translations) => edit({ translations })}
    >
      {(translation: FieldTranslation, language, change) => (
        <>
          <TextField
            required
            label={text('translations.of', { what: text('fields.label'), language })}
            lang={translation.locale}
            value={translation.label}
            limit={100}
            onText={(label) => change({ label })}
          />
          {hint && (
            <TextField
              label={text('translations.of', { what: text('fields.hint'), language })}
              lang={translation.locale}
              value={translation.hint}
              limit={200}
              onText={(hint) => change({ hint })}
            />
          )}
          {shown.map((choice) => {
            const others = translation.choices.filter((one) => one.choice !== choice)
            return (
              <TextField
                key={choice}
                label={text('translations.of', { what: choice, language })}
                lang={translation.locale}
                value={translation.choices.find((one) => one.choice === choice)?.label ?? ''}
                limit={100}
                onText={(label) => change({ choices: [...others, { choice, label }] })}
              />
            )
          })}
        </>
      )}
    </Translations>
  )
}
