import { Provider } from '@urql/preact'
import { useEffect, useState } from 'preact/hooks'
import { createGraphQLClient, type GraphQLClient } from '../core/connection/client.ts'
import { createSession, type SessionKeeper } from '../core/connection/session.ts'
import { ConnectionContext } from '../shell/use-connection.ts'
import { App } from './App.tsx'
import { Loading } from './Loading.tsx'
import { openSession, renewSession } from './sign-in/console-session.ts'
import { SignIn } from './sign-in/SignIn.tsx'

interface SignedIn extends GraphQLClient {
  session: SessionKeeper
}

/** Asks who is signed in; then the console, or the way in. */
export function Start({ linkRefused }: { linkRefused: boolean }) {
  const [start, setStart] = useState<SignedIn | 'asking' | 'signed out' | 'failed'>('asking')

  async function ask(): Promise<void> {
    setStart('asking')
    const answer = await openSession()
    if (answer.outcome !== 'renewed') {
      setStart(answer.outcome === 'refused' ? 'signed out' : 'failed')
      return
    }
    const session = createSession({ initial: answer.session, renew: renewSession })
    setStart({ session, ...createGraphQLClient(session) })
  }
  useEffect(() => void ask(), [])

  if (start === 'signed out') return <SignIn reason={linkRefused ? 'link' : 'none'} />
  if (typeof start === 'string') return <Loading failed={start === 'failed'} again={ask} />
  return (
    <Provider value={start.client}>
      <ConnectionContext.Provider value={start.connection}>
        <App session={start.session} />
      </ConnectionContext.Provider>
    </Provider>
  )
}
