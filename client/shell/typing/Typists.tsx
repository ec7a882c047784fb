import { type Direction, isolate } from '../../i18n/direction.ts'
import { useLocale } from '../../ui/locale.ts'
import type { Typist } from './typing.ts'

interface Props {
  typists: Typist[]
  /** The app's words for it. */
  label: (values: { names: string; count: number }) => string
}

/** Its line keeps its height: messages do not move when somebody begins to type. */
export function Typists({ typists, label }: Props) {
  const locale = useLocale()
  const direction = document.documentElement.dir as Direction
  const names = typists.map(({ author }) => isolate(author?.name ?? '', direction))
  return (
    <p class="tc-typing">
      {names.length > 0 && (
        <>
          <span class="tc-typing__dots" aria-hidden="true" />
          <span class="tc-typing__text" dir="auto">
            {label({ names: new Intl.ListFormat(locale).format(names), count: names.length })}
          </span>
        </>
      )}
    </p>
  )
}
