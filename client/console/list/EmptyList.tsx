import { firstFilter, isNarrowed } from '../../core/filter.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useText } from '../texts/use-text.ts'
import { useFilter } from './use-filter.ts'

export function EmptyList() {
  const text = useText()
  const { filter, change } = useFilter()
  const { search, view } = filter
  if (!isNarrowed(filter)) {
    return <Notice kind="empty" title={text(`empty.${view}.title`)} text={text(`empty.${view}.text`)} />
  }
  const words = search ? text('list.none.search', { search }) : text('list.none.text')
  return (
    <Notice kind="empty" title={text('list.none.title')} text={words}>
      <Button onClick={() => change({ ...firstFilter, view })}>{text('list.clear')}</Button>
    </Notice>
  )
}
