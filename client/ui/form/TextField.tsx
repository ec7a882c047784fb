import type { Ref } from 'preact'
import { Field } from './Field.tsx'
import { TextInput } from './TextInput.tsx'

interface Props {
  label: string
  hint?: string
  error?: string
  required?: boolean
  value: string
  /** Maximum characters. */
  limit: number
  kind?: 'words' | 'email' | 'url' | 'code'
  placeholder?: string
  /** Language of the text, if it is another one than the page's. */
  lang?: string
  inputRef?: Ref<HTMLInputElement>
  onText: (text: string) => void
}

const asTyped = { dir: 'ltr', autocapitalize: 'off', spellcheck: false } as const
const kinds = {
  words: {},
  email: { type: 'email' },
  url: { type: 'url', ...asTyped },
  code: asTyped,
} as const

export function TextField({ label, hint, error, required, value, limit, kind = 'words', ...input }: Props) {
  return (
    <Field label={label} hint={hint} error={error} required={required} value={value} limit={limit}>
      {(control) => <TextInput {...control} autocomplete="off" {...kinds[kind]} {...input} value={value} />}
    </Field>
  )
}
