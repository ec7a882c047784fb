import { CopyButton } from '../../../ui/CopyButton.tsx'
import { useText } from '../use-text.ts'

interface Props {
  /** What it is, for those who hear it. */
  label: string
  code: string
  /** Long lines scroll where line breaks mean something. */
  wrap?: boolean
}

export function Code({ label, code, wrap }: Props) {
  const text = useText()
  return (
    <div class="tc-code">
      <section
        class={`tc-code__scroll${wrap ? ' tc-code__scroll--wrap' : ''}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
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
