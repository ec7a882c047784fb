import { useState } from 'preact/hooks'
import type { ConsolePreferenceFragment, EmailNotifications } from '../../graphql/operations.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/form/SelectField.tsx'
import { useAnnounce } from '../announcements/use-announce.ts'
import { Choices } from '../choices/Choices.tsx'
import { useFailureText } from '../texts/use-failure-text.ts'
import { useText } from '../texts/use-text.ts'
import { languageOptions } from './language-options.ts'
import { useSavePreferences } from './use-save-preferences.ts'

interface Props {
  operator: ConsolePreferenceFragment
  close: () => void
}

const choices: EmailNotifications[] = ['ALL', 'ASSIGNED', 'NONE']

export function PreferencesForm({ operator, close }: Props) {
  const text = useText()
  const announce = useAnnounce()
  const failureText = useFailureText()
  const before = { notifications: operator.notifications ?? 'ALL', locale: operator.locale ?? null }
  const [chosen, setChosen] = useState(before)
  const [failure, setFailure] = useState<string>()
  const { save, busy } = useSavePreferences(before)

  async function submit(): Promise<void> {
    setFailure(undefined)
    const failed = await save(chosen)
    if (failed) setFailure(failureText(failed.error))
    // In another language, everything starts again; drafts are kept.
    else if (chosen.locale !== before.locale) location.reload()
    else {
      announce(text('preferences.saved'))
      close()
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit()
      }}
    >
      <Choices
        legend={text('preferences.about')}
        options={choices.map((value) => ({
          value,
          label: text(`preferences.${value}`),
          hint: text(`preferences.${value}.hint`),
        }))}
        chosen={chosen.notifications}
        onChosen={(notifications) => setChosen({ ...chosen, notifications })}
      />
      <p class="tc-preferences__address">{text('preferences.address', { email: operator.email ?? '' })}</p>
      <SelectField
        label={text('preferences.language')}
        hint={text('preferences.language.hint')}
        value={chosen.locale ?? ''}
        options={[{ value: '', label: text('preferences.language.none') }, ...languageOptions(before.locale)]}
        onValue={(locale) => setChosen({ ...chosen, locale: locale || null })}
      />
      {failure && (
        <p class="tc-error" role="alert">
          {failure}
        </p>
      )}
      <div class="tc-dialog__actions">
        <Button onClick={close}>{text('preferences.cancel')}</Button>
        <Button type="submit" variant="primary" busy={busy}>
          {text('preferences.save')}
        </Button>
      </div>
    </form>
  )
}
