import { useLayoutEffect, useRef } from 'preact/hooks'
import { TextField } from '../../../ui/form/TextField.tsx'
import { Form } from '../forms/Form.tsx'
import { FormActions } from '../forms/FormActions.tsx'
import { useEdits } from '../forms/use-edits.ts'
import { Translations } from '../translations/Translations.tsx'
import { useText } from '../use-text.ts'

interface Values {
  name: string
  translations: { locale: string; name: string }[]
}

interface Props {
  saved: Values
  busy: boolean
  issues: Record<string, string>
  failure: string | undefined
  save: (values: Values) => Promise<unknown>
  close: () => void
}

export function CategoryForm({ saved, busy, issues, failure, save, close }: Props) {
  const text = useText()
  const { values, edit } = useEdits(saved)
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.focus(), [])

  async function submit(): Promise<void> {
    if (await save(values)) close()
  }

  return (
    <Form class="tc-category-form" busy={busy} issues={issues} submit={submit}>
      <TextField
        required
        label={text('categories.name')}
        error={issues.name}
        value={values.name}
        limit={100}
        inputRef={input}
        onText={(name) => edit({ name })}
      />
      <Translations
        translations={values.translations}
        empty={{ name: '' }}
        error={issues.translations}
        change={(translations) => edit({ translations })}
      >
        {(translation, language, change) => (
          <TextField
            required
            label={language}
            lang={translation.locale}
            value={translation.name}
            limit={100}
            onText={(name) => change({ name })}
          />
        )}
      </Translations>
      <FormActions failure={failure} busy={busy} close={close} />
    </Form>
  )
}
