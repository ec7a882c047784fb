import type { UseMutationResponse } from '@urql/preact'
import { useState } from 'preact/hooks'
import { useFailureText } from '../../texts/use-failure-text.ts'
import { type Refused, useIssueText, useRefusalText } from '../../texts/use-refusal-text.ts'
import { useSettings } from '../context.ts'
import { noRefusal, refusalOf } from './refusal.ts'

type Result<Data> = NonNullable<Data[keyof Data]>
type Payload<Data> = Extract<Result<Data>, { __typename: `${string}Payload` }>

function isPayload<Data>(result: object): result is Payload<Data> {
  return '__typename' in result && String(result.__typename).endsWith('Payload')
}

/**
 * One kind of change to the settings: sends it and shows the new settings, or why it was refused, by field if the form
 * has it.
 */
export function useChange<Data extends object, Input>(
  [, send]: UseMutationResponse<Data, { input: Input }>,
  fields: (keyof Input & string)[] = [],
) {
  const failureText = useFailureText()
  const refusalText = useRefusalText()
  const issueText = useIssueText()
  const { refresh } = useSettings()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState(noRefusal)
  const [done, setDone] = useState(0)

  async function change(input: Input): Promise<Payload<Data> | undefined> {
    setBusy(true)
    setRefusal(noRefusal)
    setDone(0)
    const { data, error } = await send({ input })
    const result: object | null = data ? Object.values(data)[0] : null
    const payload = result && isPayload<Data>(result) ? result : undefined
    if (payload) {
      await refresh()
      setDone(Date.now())
    } else {
      const failed = { issues: {}, failure: failureText(error) }
      setRefusal(result ? refusalOf(result as Refused, fields, refusalText, issueText) : failed)
    }
    setBusy(false)
    return payload
  }

  return { ...refusal, change, busy, done, forget: () => setRefusal(noRefusal) }
}
