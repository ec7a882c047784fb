import type { RatingScore } from '../../graphql/operations.ts'
import { Button } from '../../ui/Button.tsx'
import { useLateText } from '../texts/use-text.ts'

const scores: RatingScore[] = ['GOOD', 'BAD']

interface Props {
  chosen: RatingScore | undefined
  busy: boolean
  choose: (score: RatingScore) => void
}

export function ScoreButtons({ chosen, busy, choose }: Props) {
  const text = useLateText()
  return (
    <>
      <p class="tc-rating__title">{text('rating.title')}</p>
      <div class="tc-rating__scores">
        {scores.map((score) => (
          <Button
            key={score}
            class="tc-rating__score"
            aria-pressed={chosen === score}
            busy={busy}
            onClick={() => choose(score)}
          >
            {text(`rating.${score}`)}
          </Button>
        ))}
      </div>
    </>
  )
}
