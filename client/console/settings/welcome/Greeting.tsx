import { useConsoleUpdateGreetingMutation } from '../../../graphql/hooks.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useSettings } from '../context.ts'
import { Form } from '../forms/Form.tsx'
import { SaveRow } from '../forms/SaveRow.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEdits } from '../forms/use-edits.ts'
import { Block } from '../parts/Block.tsx'
import { Translations } from '../translations/Translations.tsx'
import { useText } from '../use-text.ts'

const maxGreeting = 300

export function Greeting() {
  const text = useText()
  const { website } = useSettings()
  const { values, edit, clear } = useEdits({
    greeting: website.greeting ?? '',
    greetingTranslations: website.greetingTranslations ?? [],
  })
  const { greeting, greetingTranslations } = values
  const fields = ['greeting', 'greetingTranslations'] as const
  const { change, issues, ...state } = useChange(useConsoleUpdateGreetingMutation(), [...fields])

  return (
    <Block title={text('greeting.title')} text={text('greeting.text')}>
      <Form busy={state.busy} issues={issues} submit={() => change(values).then((saved) => saved && clear())}>
        <TextField
          label={text('greeting.title')}
          error={issues.greeting}
          value={greeting}
          limit={maxGreeting}
          onText={(greeting) => edit({ greeting })}
        />
        <Translations
          translations={greetingTranslations}
          empty={{ greeting: '' }}
          error={issues.greetingTranslations}
          change={(greetingTranslations) => edit({ greetingTranslations })}
        >
          {(translation, language, change) => (
            <TextField
              required
              label={language}
              lang={translation.locale}
              value={translation.greeting}
              limit={maxGreeting}
              onText={(greeting) => change({ greeting })}
            />
          )}
        </Translations>
        <SaveRow {...state} />
      </Form>
    </Block>
  )
}
