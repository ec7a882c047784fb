import { Button } from '../ui/Button.tsx'

interface Props {
  label: string
  failure?: string | undefined
  busy: boolean
  onClick: () => void
}

export function MoreButton({ label, failure, busy, onClick }: Props) {
  return (
    <div class="tc-more">
      {failure && !busy && (
        <p class="tc-error" role="alert">
          {failure}
        </p>
      )}
      <Button variant="quiet" busy={busy} onClick={onClick}>
        {label}
      </Button>
    </div>
  )
}
