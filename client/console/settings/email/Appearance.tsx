import { TextField } from '../../../ui/form/TextField.tsx'
import { Block } from '../parts/Block.tsx'
import { useText } from '../use-text.ts'
import { AccentField } from './AccentField.tsx'
import type { Part } from './values.ts'

export function Appearance({ values, edit, issues }: Part) {
  const text = useText()
  return (
    <Block title={text('email.appearance.title')}>
      <div class="tc-form">
        <AccentField
          error={issues.accentColor}
          value={values.accentColor}
          onText={(accentColor) => edit({ accentColor })}
        />
        <TextField
          label={text('email.logo')}
          hint={text('email.logo.hint')}
          error={issues.logoUrl}
          value={values.logoUrl}
          limit={2_000}
          kind="url"
          placeholder="https://assets.acme.com/logo.png"
          onText={(logoUrl) => edit({ logoUrl })}
        />
      </div>
    </Block>
  )
}
