import type { ButtonHTMLAttributes } from 'preact'
import { useContext } from 'preact/hooks'
import { classNames } from './class-names.ts'
import { ExcessContext } from './form/limits.ts'

interface Props extends ButtonHTMLAttributes {
  /** Primary: the one main action in view. Quiet: text only. */
  variant?: 'primary' | 'quiet' | 'danger'
  /** Keeps the button in place while its action runs, and ignores further presses. */
  busy?: boolean
  class?: string
}

export function Button({ variant, busy, class: className, onClick, ...rest }: Props) {
  const excess = useContext(ExcessContext).reason
  const waits = rest.type === 'submit' && excess !== undefined
  return (
    <button
      type="button"
      {...rest}
      disabled={waits || rest.disabled}
      title={waits ? excess : rest.title}
      class={classNames(
        'tc-button',
        variant && `tc-button--${variant}`,
        busy && 'tc-button--busy',
        className,
      )}
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  )
}
