import { useEffect, useState } from 'preact/hooks'
import type { SessionKeeper } from '../core/connection/session.ts'
import { Console } from './Console.tsx'
import { Loading } from './layout/Loading.tsx'
import { SignIn } from './sign-in/SignIn.tsx'
import { TeamContext } from './team/context.ts'
import { useTeamQuery } from './team/use-team-query.ts'

export function App({ session }: { session: SessionKeeper }) {
  const { team, failed, again } = useTeamQuery()
  const [ended, setEnded] = useState(false)
  useEffect(() => session.onEnd(() => setEnded(true)), [session])

  if (ended && !team) return <SignIn reason="ended" />
  if (!team) return <Loading failed={failed} again={again} />
  return (
    <TeamContext.Provider value={team}>
      <Console ended={ended} />
    </TeamContext.Provider>
  )
}
