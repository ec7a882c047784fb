import { useEffect, useState } from 'preact/hooks'
import { useConnectionStatus } from '../graphql/use-connection.ts'
import { useText } from '../i18n/use-text.ts'

const patience = 1_500

/** Speaks only of an interruption that lasts. */
export function ConnectionNote() {
  const text = useText()
  const status = useConnectionStatus()
  const [lasting, setLasting] = useState(false)

  useEffect(() => {
    setLasting(false)
    if (status !== 'reconnecting') return
    const timer = setTimeout(() => setLasting(true), patience)
    return () => clearTimeout(timer)
  }, [status])

  return (
    <div class="tc-connection" role="status">
      {lasting && <span class="tc-connection__text">{text('app.reconnecting')}</span>}
    </div>
  )
}
