import type { ConsoleOperatorFragment } from '../../../graphql/operations.ts'
import { Email } from '../../details/Email.tsx'
import { useText } from '../use-text.ts'
import { Invitation } from './Invitation.tsx'

export function OperatorFacts({ operator, self }: { operator: ConsoleOperatorFragment; self: boolean }) {
  const text = useText()
  const { name, email } = operator
  return (
    <div class="tc-row__words">
      <p class="tc-row__name" dir="auto">
        {name}
        {self && <span class="tc-row__note">{text('team.you')}</span>}
      </p>
      <p class="tc-row__facts">
        <Email address={email ?? ''} />
      </p>
      <Invitation operator={operator} />
    </div>
  )
}
