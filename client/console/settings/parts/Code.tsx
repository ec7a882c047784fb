import { CopyButton } from '../../../ui/text/CopyButton.tsx'
import { useText } from '../use-text.ts'

interface Props {
  /** Names it for screen readers. */
  label: string
  code: string
  /** Breaks long lines; without it they scroll, for code in which line breaks matter. */
  wrap?: boolean
}

export function Code({ label, code, wrap }: Props) {
  const text = useText()
  return (
    <div class="tc-code">
      <section
        class={`tc-code__scroll${wrap ? ' tc-code__scroll--wrap' : ''}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard.
        tabIndex={0}
        aria-label={text('code.what', { what: label })}
      >
        <pre>
          <code>{code}</code>
        </pre>
      </section>
      <CopyButton
        text={code}
        label={text('copy')}
        copied={text('copied')}
        aria-label={text('copy.what', { what: label })}
      />
    </div>
  )
}
