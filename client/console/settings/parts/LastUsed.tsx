import { Time } from '../../../ui/Time.tsx'
import { useText } from '../use-text.ts'

export function LastUsed({ at }: { at: string | null }) {
  const text = useText()
  if (!at) return <span>{text('used.never')}</span>
  return (
    <span>
      {text('used')} <Time value={at} />
    </span>
  )
}
