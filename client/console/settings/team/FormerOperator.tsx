import { useConsoleAddOperatorMutation } from '../../../graphql/hooks.ts'
import type { ConsoleOperatorFragment } from '../../../graphql/operations.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Email } from '../../details/Email.tsx'
import { Failure } from '../forms/Failure.tsx'
import { useChange } from '../forms/use-change.ts'
import { focusTitle } from '../parts/focus-title.ts'
import { useText } from '../use-text.ts'

export function FormerOperator({ operator }: { operator: ConsoleOperatorFragment }) {
  const text = useText()
  const { change, busy, failure } = useChange(useConsoleAddOperatorMutation())
  const { name, email, role } = operator

  async function addAgain(): Promise<void> {
    if (await change({ name, email: email ?? '', role: role ?? 'AGENT' })) focusTitle()
  }

  return (
    <li class="tc-row tc-operator">
      <Avatar name={name} />
      <div class="tc-row__words">
        <p class="tc-row__name" dir="auto">
          {name}
        </p>
        <p class="tc-row__facts">
          <Email address={email ?? ''} />
        </p>
      </div>
      <div class="tc-row__actions">
        <Button
          variant="quiet"
          busy={busy}
          aria-label={text('team.again.what', { name })}
          onClick={() => void addAgain()}
        >
          {text('team.again')}
        </Button>
      </div>
      <Failure text={failure} />
    </li>
  )
}
