import type { EmailContent } from '../../../graphql/operations.ts'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { Choices } from '../../choices/Choices.tsx'
import { useSettings } from '../context.ts'
import { useText } from '../use-text.ts'
import { delayOptions } from './delay-options.ts'
import type { Part } from './values.ts'

const contents: EmailContent[] = ['FULL', 'EXCERPT', 'LINK_ONLY']

export function Sending({ values, edit, issues }: Part) {
  const text = useText()
  const inLocale = useLocale()
  const { name } = useSettings().website
  return (
    <>
      <TextField
        label={text('email.fromName')}
        hint={text('email.fromName.hint')}
        error={issues.fromName}
        value={values.fromName}
        limit={100}
        placeholder={name}
        onText={(fromName) => edit({ fromName })}
      />
      <SelectField
        label={text('email.delay')}
        hint={text('email.delay.hint')}
        error={issues.delaySeconds}
        value={String(values.delaySeconds)}
        options={delayOptions(inLocale, values.delaySeconds, text('email.delay.none'))}
        onValue={(seconds) => edit({ delaySeconds: Number(seconds) })}
      />
      <Choices
        legend={text('email.content')}
        options={contents.map((value) => ({
          value,
          label: text(`email.content.${value}`),
          hint: text(`email.content.${value}.hint`),
        }))}
        chosen={values.content}
        onChosen={(content) => edit({ content })}
      />
    </>
  )
}
