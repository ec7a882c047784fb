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
      dir="auto"
      class="tc-input"
      {...rest}
      ref={inputRef}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  )
}
