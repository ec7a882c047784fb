import { Keys } from '../keyboard/Keys.tsx'
import { useText } from '../texts/use-text.ts'

/** Shown beside the list while no ticket is open. */
export function Home() {
  const text = useText()
  return (
    <main class="tc-home">
      <h2 class="tc-home__title">{text('home.title')}</h2>
      <p class="tc-home__text">{text('home.text')}</p>
      <dl class="tc-home__keys">
        <Keys keys={['J']} meaning={text('shortcuts.next')} />
        <Keys keys={['K']} meaning={text('shortcuts.previous')} />
        <Keys keys={['R']} meaning={text('shortcuts.reply')} />
        <Keys keys={['/']} meaning={text('shortcuts.search')} />
        <Keys keys={['?']} meaning={text('shortcuts.title')} />
      </dl>
    </main>
  )
}
