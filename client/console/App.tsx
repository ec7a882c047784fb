import { useEffect, useState } from 'preact/hooks'
import type { SessionKeeper } from '../graphql/session.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Console } from './Console.tsx'
import { SessionEnded } from './SessionEnded.tsx'
import { TeamContext } from './team/context.ts'
import { useTeamQuery } from './team/use-team-query.ts'
import { useText } from './use-text.ts'

interface Props {
  session: SessionKeeper
  ticket: string | null
}

export function App({ session, ticket }: Props) {
  const text = useText()
  const { team, failed, again } = useTeamQuery()
  const [ended, setEnded] = useState(false)
  useEffect(() => session.onEnd(() => setEnded(true)), [session])

  if (ended) return <SessionEnded />
  if (team) {
    return (
      <TeamContext.Provider value={team}>
        <Console ticket={ticket} />
      </TeamContext.Provider>
    )
  }
  return (
    <main class="tc-console tc-console--message">
      <h1 class="tc-hidden">{text('app.title')}</h1>
      {failed ? (
        <Notice kind="error" title={text('app.failed.title')} text={text('app.failed.text')}>
          <Button onClick={again}>{text('app.retry')}</Button>
        </Notice>
      ) : (
        <Skeleton label={text('app.loading')} rows={3} />
      )}
    </main>
  )
}
