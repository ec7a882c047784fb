import type { InputHTMLAttributes, Ref } from 'preact'

type Props = InputHTMLAttributes & {
  /** Called on every input. */
  onText: (text: string) => void
  inputRef?: Ref<HTMLInputElement>
}

export function TextInput({ onText, inputRef, ...rest }: Props) {
  return (
    <input
      type="text"
      // The text may run in another direction than the page; the placeholder is ours.
      dir={rest.value ? 'auto' : undefined}
      class="tc-input"
      {...rest}
      ref={inputRef}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  )
}
