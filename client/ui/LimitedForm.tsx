import type { FormHTMLAttributes, Ref } from 'preact'
import { useCallback, useMemo, useState } from 'preact/hooks'
import { ExcessContext } from './limits.ts'

type Props = FormHTMLAttributes & {
  formRef?: Ref<HTMLFormElement>
  /** Called when the form is to be sent, and no field of it holds too much. */
  send: () => unknown
}

/** A form that is not sent while a field holds more than its limit. Nothing that was typed or pasted is cut. */
export function LimitedForm({ formRef, send, children, ...rest }: Props) {
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const report = useCallback((field: string, reason: string | undefined) => {
    setReasons(({ [field]: held, ...others }) => {
      if (held === reason) return held === undefined ? others : { ...others, [field]: held }
      return reason === undefined ? others : { ...others, [field]: reason }
    })
  }, [])
  const [reason] = Object.values(reasons)
  const excess = useMemo(() => ({ reason, report }), [reason, report])
  return (
    <ExcessContext.Provider value={excess}>
      <form
        {...rest}
        ref={formRef}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!reason) send()
        }}
      >
        {children}
      </form>
    </ExcessContext.Provider>
  )
}
