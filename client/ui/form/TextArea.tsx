import type { Ref, TextareaHTMLAttributes } from 'preact'
import { useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks'

interface Props extends TextareaHTMLAttributes {
  value: string
  onText: (text: string) => void
  areaRef?: Ref<HTMLTextAreaElement>
  /** Whether Ctrl+Enter and ⌘+Enter send the form. */
  submitKey?: boolean
}

/** Grows with its text up to its `max-block-size`. */
export function TextArea({ value, onText, areaRef, submitKey, ...rest }: Props) {
  const own = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(areaRef ?? null, () => own.current as HTMLTextAreaElement, [])

  useLayoutEffect(() => {
    const area = own.current
    if (!area) return
    area.style.blockSize = 'auto'
    area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
  }, [value])

  return (
    <textarea
      dir={value ? 'auto' : undefined}
      class="tc-textarea"
      rows={1}
      {...rest}
      ref={own}
      value={value}
      onInput={(event) => onText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (!submitKey || event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
        event.preventDefault()
        event.currentTarget.form?.requestSubmit()
      }}
    />
  )
}
