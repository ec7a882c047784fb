import { useSharedText } from './text.ts'
import { useInterruption } from './use-interruption.ts'

export function ConnectionNote() {
  const text = useSharedText()
  const interruption = useInterruption()
  return (
    <div class="tc-connection" role="status">
      {interruption && <span class="tc-connection__text">{text(`app.${interruption}`)}</span>}
    </div>
  )
}
