import { Skeleton } from '../../../ui/Skeleton.tsx'
import { Failure } from '../forms/Failure.tsx'
import { Block } from '../parts/Block.tsx'
import { ExportRow } from './ExportRow.tsx'
import { useExports } from './use-exports.ts'
import { useDataText } from './use-text.ts'

export function Exports() {
  const text = useDataText()
  const { exports, failed } = useExports()
  return (
    <Block title={text('exports.title')} text={text('exports.text')}>
      <Failure text={failed ? text('exports.failed') : undefined} />
      {!exports && !failed && <Skeleton label={text('app.loading')} rows={1} />}
      {exports?.length === 0 && <p class="tc-hint">{text('exports.none')}</p>}
      <ul class="tc-rows" aria-label={text('exports.title')}>
        {exports?.map((one) => (
          <ExportRow key={one.id} made={one} />
        ))}
      </ul>
    </Block>
  )
}
