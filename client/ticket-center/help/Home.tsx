import { Button } from '../../ui/Button.tsx'
import { useRouter } from '../routing/route.ts'
import { useStore } from '../state/context.ts'
import { useText } from '../texts/use-text.ts'
import { Faqs } from './Faqs.tsx'
import { ReplyTime } from './ReplyTime.tsx'

/** Shown beside the list while no ticket is open. */
export function Home() {
  const text = useText()
  const { go } = useRouter()
  const { state } = useStore()
  if (!state.loaded) return null
  return (
    <div class="tc-home">
      <h2 class="tc-pane-title">{text('home.title')}</h2>
      <p class="tc-home__text">{text('home.text')}</p>
      <Button onClick={() => go({ name: 'new' })}>{text('tickets.new')}</Button>
      <ReplyTime />
      <Faqs />
    </div>
  )
}
