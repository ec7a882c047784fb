import { useEffect, useMemo, useState } from 'preact/hooks'
import { saveDrafts } from '../shell/composer/save-drafts.ts'
import { DraftsContext } from '../shell/composer/use-draft.ts'
import { CopyButtonsContext } from '../shell/messages/copy-buttons.ts'
import { ServiceProviders } from '../shell/ServiceProviders.tsx'
import { type Running, start, startSignedOut } from '../shell/start.ts'
import { App } from './App.tsx'
import { Loading } from './layout/Loading.tsx'
import { loadCopyButtons } from './load-copy-buttons.ts'
import { loadFiles } from './load-files.ts'
import { openSession, renewSession } from './sign-in/console-session.ts'
import { SignIn } from './sign-in/SignIn.tsx'
import { useSpeak } from './texts/Texts.tsx'

type Answer = { as: 'asking' | 'failed' } | { as: 'signed out' | 'signed in'; running: Running }

/** Checks who is signed in, then shows the console or the sign-in page. */
export function Start({ linkRefused }: { linkRefused: boolean }) {
  const speak = useSpeak()
  const [answer, setAnswer] = useState<Answer>({ as: 'asking' })

  async function ask(): Promise<void> {
    setAnswer({ as: 'asking' })
    const opened = await openSession()
    if (opened.outcome === 'renewed') {
      // Without its texts, the document's language stays.
      await speak(opened.session.language).catch(() => {})
      setAnswer({
        as: 'signed in',
        running: start({ session: opened.session, renew: renewSession, files: loadFiles }),
      })
    } else if (opened.outcome === 'refused') setAnswer({ as: 'signed out', running: startSignedOut() })
    else setAnswer({ as: 'failed' })
  }
  useEffect(() => void ask(), [])

  if (!('running' in answer)) return <Loading failed={answer.as === 'failed'} again={ask} />
  return (
    <ServiceProviders on={answer.running}>
      {answer.as === 'signed in' ? (
        <SignedIn running={answer.running} />
      ) : (
        <SignIn reason={linkRefused ? 'link' : 'none'} />
      )}
    </ServiceProviders>
  )
}

function SignedIn({ running: { client, session } }: { running: Running }) {
  const drafts = useMemo(() => Promise.resolve(saveDrafts(client, session)), [client])
  return (
    <DraftsContext.Provider value={() => drafts}>
      <CopyButtonsContext.Provider value={(place) => void loadCopyButtons(place).catch(() => {})}>
        <App session={session} />
      </CopyButtonsContext.Provider>
    </DraftsContext.Provider>
  )
}
