import { useConsoleUpdateWebsiteMutation } from '../../../graphql/hooks.ts'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { useSettings } from '../context.ts'
import { Form } from '../forms/Form.tsx'
import { SaveRow } from '../forms/SaveRow.tsx'
import { Switch } from '../forms/Switch.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEdits } from '../forms/use-edits.ts'
import { Page } from '../parts/Page.tsx'
import { useText } from '../use-text.ts'
import { FileTypes, inputOf } from './FileTypes.tsx'
import { followUpOptions } from './follow-up-options.ts'
import { localeOptions } from './locales.ts'
import { WebsiteId } from './WebsiteId.tsx'

export function General() {
  const text = useText()
  const inLocale = useLocale()
  const { website, settings } = useSettings()
  const { values, edit, clear } = useEdits({
    name: website.name,
    locale: website.locale,
    participantsEnabled: settings.participantsEnabled,
    typingEnabled: website.typingEnabled,
    followUpAfterDays: website.followUpAfterDays ?? 0,
    attachmentTypes: website.attachmentTypes.join('\n'),
  })
  const fields = Object.keys(values) as (keyof typeof values)[]
  const { change, issues, ...state } = useChange(useConsoleUpdateWebsiteMutation(), fields)
  const save = async () => (await change(inputOf(values))) && clear()

  return (
    <Page title={text('section.general')} lead={text('general.lead')}>
      <Form busy={state.busy} issues={issues} submit={save}>
        <TextField
          label={text('general.name')}
          hint={text('general.name.hint')}
          error={issues.name}
          value={values.name}
          limit={100}
          onText={(name) => edit({ name })}
        />
        <SelectField
          label={text('general.locale')}
          hint={text('general.locale.hint')}
          error={issues.locale}
          value={values.locale}
          options={localeOptions(inLocale, values.locale)}
          onValue={(locale) => edit({ locale })}
        />
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
        <SelectField
          label={text('general.followUp')}
          hint={text('general.followUp.hint')}
          error={issues.followUpAfterDays}
          value={String(values.followUpAfterDays)}
          options={followUpOptions(text, website.followUpAfterDays ?? 0)}
          onValue={(days) => edit({ followUpAfterDays: Number(days) })}
        />
        <FileTypes values={values} issues={issues} edit={edit} />
        <SaveRow {...state} />
      </Form>
      <WebsiteId />
    </Page>
  )
}
