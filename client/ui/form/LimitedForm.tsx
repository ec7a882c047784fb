import type { FormHTMLAttributes, Ref } from 'preact'
import { useCallback, useMemo, useState } from 'preact/hooks'
import { ExcessContext } from './limits.ts'

type Props = FormHTMLAttributes & {
  formRef?: Ref<HTMLFormElement>
  /** Called on submit if no field exceeds its limit. */
  send: () => unknown
}

/** A form that is not sent while a field exceeds its limit. Typed or pasted text is never cut. */
export function LimitedForm({ formRef, send, children, ...rest }: Props) {
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const report = useCallback((field: string, reason: string | undefined) => {
    setReasons(({ [field]: current, ...others }) => {
      if (current === reason) return current === undefined ? others : { ...others, [field]: current }
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
