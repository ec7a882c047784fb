import { useLayoutEffect, useRef } from 'preact/hooks'
import { TextField } from '../../../ui/form/TextField.tsx'
import { Form } from '../forms/Form.tsx'
import { FormActions } from '../forms/FormActions.tsx'
import { useEdits } from '../forms/use-edits.ts'
import { Translations } from '../translations/Translations.tsx'
import { useText } from '../use-text.ts'
import { AnswerField } from './AnswerField.tsx'

interface Texts {
  question: string
  answer: string
}

interface Values extends Texts {
  translations: (Texts & { locale: string })[]
}

interface Props {
  saved: Values
  busy: boolean
  issues: Record<string, string>
  failure: string | undefined
  save: (values: Values) => Promise<unknown>
  close: () => void
}

export function FaqForm({ saved, busy, issues, failure, save, close }: Props) {
  const text = useText()
  const { values, edit } = useEdits(saved)
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.focus(), [])

  async function submit(): Promise<void> {
    if (await save(values)) close()
  }

  return (
    <Form class="tc-faq-form" busy={busy} issues={issues} submit={submit}>
      <TextField
        required
        label={text('faqs.question')}
        error={issues.question}
        value={values.question}
        limit={300}
        inputRef={input}
        onText={(question) => edit({ question })}
      />
      <AnswerField
        label={text('faqs.answer')}
        hint={text('faqs.answer.hint')}
        error={issues.answer}
        value={values.answer}
        onText={(answer) => edit({ answer })}
      />
      <Translations
        translations={values.translations}
        empty={{ question: '', answer: '' }}
        error={issues.translations}
        change={(translations) => edit({ translations })}
      >
        {(translation, language, change) => (
          <>
            <TextField
              required
              label={text('translations.of', { what: text('faqs.question'), language })}
              lang={translation.locale}
              value={translation.question}
              limit={300}
              onText={(question) => change({ question })}
            />
            <AnswerField
              label={text('translations.of', { what: text('faqs.answer'), language })}
              lang={translation.locale}
              value={translation.answer}
              onText={(answer) => change({ answer })}
            />
          </>
        )}
      </Translations>
      <FormActions failure={failure} busy={busy} close={close} />
    </Form>
  )
}
