import type { InputHTMLAttributes, Ref } from 'preact'

type Props = InputHTMLAttributes & {
  /** Called with the text as it is typed. */
  onText: (text: string) => void
  inputRef?: Ref<HTMLInputElement>
}

export function TextInput({ onText, inputRef, ...rest }: Props) {
  return (
    <input
      type="text"
      // An empty field has no direction of its own: its placeholder is ours.
      dir={rest.value ? 'auto' : undefined}
      class="tc-input"
      {...rest}
      ref={inputRef}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  )
}
