import { useConsoleUpdateWebsiteMutation } from '../../../graphql/hooks.ts'
import { Field } from '../../../ui/Field.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { Select } from '../../../ui/Select.tsx'
import { useSettings } from '../context.ts'
import { Form } from '../forms/Form.tsx'
import { SaveRow } from '../forms/SaveRow.tsx'
import { Switch } from '../forms/Switch.tsx'
import { TextField } from '../forms/TextField.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEdits } from '../forms/use-edits.ts'
import { Page } from '../parts/Page.tsx'
import { useText } from '../use-text.ts'
import { followUpOptions } from './follow-up-options.ts'
import { localeOptions } from './locales.ts'
import { WebsiteId } from './WebsiteId.tsx'

export function General() {
  const text = useText()
  const inLocale = useLocale()
  const { website, settings } = useSettings()
  const { name, locale, typingEnabled } = website
  const followUpAfterDays = website.followUpAfterDays ?? 0
  const { participantsEnabled } = settings
  const { values, edit, clear } = useEdits({
    name,
    locale,
    participantsEnabled,
    typingEnabled,
    followUpAfterDays,
  })
  const fields = ['name', 'locale', 'participantsEnabled', 'typingEnabled', 'followUpAfterDays'] as const
  const { change, issues, ...state } = useChange(useConsoleUpdateWebsiteMutation(), [...fields])

  return (
    <Page title={text('section.general')} lead={text('general.lead')}>
      <Form busy={state.busy} issues={issues} submit={() => change(values).then((saved) => saved && clear())}>
        <TextField
          label={text('general.name')}
          hint={text('general.name.hint')}
          error={issues.name}
          value={values.name}
          limit={100}
          onText={(name) => edit({ name })}
        />
        <Field label={text('general.locale')} hint={text('general.locale.hint')} error={issues.locale}>
          {(control) => (
            <Select
              {...control}
              value={values.locale}
              options={localeOptions(inLocale, values.locale)}
              onValue={(locale) => edit({ locale })}
            />
          )}
        </Field>
        <Switch
          label={text('general.participants')}
          hint={text('general.participants.hint')}
          checked={values.participantsEnabled}
          onChecked={(participantsEnabled) => edit({ participantsEnabled })}
        />
        <Switch
          label={text('general.typing')}
          hint={text('general.typing.hint')}
          checked={values.typingEnabled}
          onChecked={(typingEnabled) => edit({ typingEnabled })}
        />
        <Field
          label={text('general.followUp')}
          hint={text('general.followUp.hint')}
          error={issues.followUpAfterDays}
        >
          {(control) => (
            <Select
              {...control}
              value={String(values.followUpAfterDays)}
              options={followUpOptions(text, followUpAfterDays)}
              onValue={(days) => edit({ followUpAfterDays: Number(days) })}
            />
          )}
        </Field>
        <SaveRow {...state} />
      </Form>
      <WebsiteId />
    </Page>
  )
}
