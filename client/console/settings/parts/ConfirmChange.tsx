import type { UseMutationResponse } from '@urql/preact'
import { useChange } from '../forms/use-change.ts'
import { Confirm } from './Confirm.tsx'

interface Props<Data extends object, Input> {
  /** The change, which cannot be undone. */
  useMutation: () => UseMutationResponse<Data, { input: Input }>
  input: Input
  title: string
  text: string
  action: string
  close: () => void
}

export function ConfirmChange<Data extends object, Input>(props: Props<Data, Input>) {
  const { useMutation, input, ...rest } = props
  const { change, busy, failure } = useChange(useMutation())
  return <Confirm {...rest} busy={busy} failure={failure} confirm={() => change(input)} />
}
