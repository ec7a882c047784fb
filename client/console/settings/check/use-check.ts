import { useClient } from '@urql/preact'
import { useState } from 'preact/hooks'
import {
  ConsoleCheckIntegrationDocument,
  type ConsoleCheckIntegrationQuery,
} from '../../../graphql/operations.ts'
import { useFailureText } from '../../use-failure-text.ts'
import { useEdits } from '../forms/use-edits.ts'
import { useText } from '../use-text.ts'

type Result = NonNullable<ConsoleCheckIntegrationQuery['checkIntegration']>

export function useCheck() {
  const text = useText()
  const failureText = useFailureText()
  const client = useClient()
  const { values, edit } = useEdits({ url: '', referrer: '' })
  const [issues, setIssues] = useState<{ url?: string; referrer?: string }>({})
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<Result>()

  async function check(): Promise<void> {
    const missing = {
      ...(!values.url.trim() && { url: text('check.url.missing') }),
      ...(!values.referrer.trim() && { referrer: text('check.referrer.missing') }),
    }
    setIssues(missing)
    setFailure(undefined)
    if (Object.keys(missing).length > 0) return
    setBusy(true)
    const { data, error } = await client.query(ConsoleCheckIntegrationDocument, { input: values }).toPromise()
    setBusy(false)
    setResult(data?.checkIntegration ?? undefined)
    if (!data?.checkIntegration) setFailure(failureText(error))
  }

  return { values, edit, check, issues, failure, busy, result }
}
