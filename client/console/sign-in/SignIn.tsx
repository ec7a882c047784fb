import { useEffect } from 'preact/hooks'
import { useText } from '../use-text.ts'
import { openSession } from './console-session.ts'

interface Props {
  /** Why nobody is signed in: no particular reason, a link that was refused, or a session that has ended. */
  reason: 'none' | 'link' | 'ended'
}

/** In the console's place while nobody is signed in. */
export function SignIn({ reason }: Props) {
  const text = useText()

  // The link may be opened in another tab: this one then goes on where it was.
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return
      if ((await openSession()).outcome === 'renewed') location.reload()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])

  return (
    <main class="tc-sign-in">
      <h1 class="tc-sign-in__title">{text(`signIn.${reason}.title`)}</h1>
      <p class="tc-sign-in__text">{text(`signIn.${reason}.text`)}</p>
    </main>
  )
}
