import { Field } from '../../../ui/Field.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { Block } from '../parts/Block.tsx'
import { useText } from '../use-text.ts'
import { AccentField } from './AccentField.tsx'
import type { Part } from './values.ts'

export function Look({ values, edit, issues }: Part) {
  const text = useText()
  return (
    <Block title={text('mail.look.title')}>
      <div class="tc-form">
        <AccentField
          error={issues.accentColor}
          value={values.accentColor}
          onText={(accentColor) => edit({ accentColor })}
        />
        <Field
          label={text('mail.logo')}
          hint={text('mail.logo.hint')}
          error={issues.logoUrl}
          value={values.logoUrl}
          limit={2_000}
        >
          {(control) => (
            <TextInput
              {...control}
              type="url"
              dir="ltr"
              placeholder="https://assets.acme.com/logo.png"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              value={values.logoUrl}
              onText={(logoUrl) => edit({ logoUrl })}
            />
          )}
        </Field>
      </div>
    </Block>
  )
}
