import type { ComponentChildren } from 'preact'
import { useContext, useLayoutEffect, useState } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useText } from '../texts/use-text.ts'
import { type Parts, PartsContext } from './parts.ts'

interface Props<Name extends keyof Parts> {
  part: Name
  /** How many rows of lines to show until it is loaded; 0 for nothing. */
  rows: number
  /** Shows nothing if it cannot be loaded. */
  optional?: boolean
  children: (module: Awaited<ReturnType<Parts[Name]>>) => ComponentChildren
}

/** A part of the app that is in a late script. */
export function Late<Name extends keyof Parts>({ part, rows, optional, children }: Props<Name>) {
  const text = useText()
  const load = useContext(PartsContext)[part]
  const [module, setModule] = useState<Awaited<ReturnType<Parts[Name]>>>()
  const [failed, setFailed] = useState(false)

  function start(): void {
    setFailed(false)
    load().then(setModule as never, () => setFailed(true))
  }
  // Before the first paint, so that what is loaded already shows at once.
  useLayoutEffect(start, [])

  if (module) return <>{children(module)}</>
  if (failed && optional) return null
  if (!failed) return rows > 0 ? <Skeleton label={text('app.loading')} rows={rows} /> : null
  return (
    <Notice kind="error" title={text('conversation.action.failed')} text={text('app.failed.text')}>
      <Button onClick={start}>{text('app.retry')}</Button>
    </Notice>
  )
}
