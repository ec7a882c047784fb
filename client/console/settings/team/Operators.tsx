import { useState } from 'preact/hooks'
import type { ConsoleOperatorFragment } from '../../../graphql/operations.ts'
import { useSettings } from '../context.ts'
import { Block } from '../parts/Block.tsx'
import { Page } from '../parts/Page.tsx'
import { useText } from '../use-text.ts'
import { AddOperator } from './AddOperator.tsx'
import { FormerOperator } from './FormerOperator.tsx'
import { OperatorRow } from './OperatorRow.tsx'
import { RemoveOperator } from './RemoveOperator.tsx'

export function Operators() {
  const text = useText()
  const { operators } = useSettings().settings
  const [leaving, setLeaving] = useState<ConsoleOperatorFragment>()
  const former = operators.filter(({ active }) => !active)
  return (
    <Page title={text('section.team')} lead={text('team.lead')}>
      <ul class="tc-rows">
        {operators
          .filter(({ active }) => active)
          .map((operator) => (
            <OperatorRow key={operator.id} operator={operator} askToRemove={() => setLeaving(operator)} />
          ))}
      </ul>
      <AddOperator />
      {former.length > 0 && (
        <Block title={text('team.former')} text={text('team.former.text')}>
          <ul class="tc-rows">
            {former.map((operator) => (
              <FormerOperator key={operator.id} operator={operator} />
            ))}
          </ul>
        </Block>
      )}
      {leaving && <RemoveOperator operator={leaving} close={() => setLeaving(undefined)} />}
    </Page>
  )
}
