import { useInterruption } from '../shell/use-interruption.ts'
import { useText } from './use-text.ts'

export function ConnectionNote() {
  const text = useText()
  const interrupted = useInterruption()
  return (
    <div class="tc-connection" role="status">
      {interrupted && <span class="tc-connection__text">{text('app.reconnecting')}</span>}
    </div>
  )
}
