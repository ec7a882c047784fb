import { useState } from 'preact/hooks'
import { useConsoleCheckIntegrationQuery } from '../../../graphql/hooks.ts'
import { useFailureText } from '../../texts/use-failure-text.ts'
import { useEdits } from '../forms/use-edits.ts'
import { useText } from '../use-text.ts'

const nothing = { url: '', referrer: '' }

export function useCheck() {
  const text = useText()
  const failureText = useFailureText()
  const { values, edit } = useEdits(nothing)
  const [issues, setIssues] = useState<{ url?: string; referrer?: string }>({})
  const [input, setInput] = useState(nothing)
  const asked = input !== nothing
  const [{ data, error, fetching }, query] = useConsoleCheckIntegrationQuery({
    variables: { input },
    pause: !asked,
  })
  const result = data?.checkIntegration

  function check(): void {
    const missing = {
      ...(!values.url.trim() && { url: text('check.url.missing') }),
      ...(!values.referrer.trim() && { referrer: text('check.referrer.missing') }),
    }
    setIssues(missing)
    if (Object.keys(missing).length > 0) return
    if (values.url === input.url && values.referrer === input.referrer) query()
    else setInput(values)
  }

  return {
    values,
    edit,
    check,
    issues,
    busy: fetching,
    result,
    failure: asked && !fetching && !result ? failureText(error) : undefined,
  }
}
