import { useEffect, useRef, useState } from 'preact/hooks'
import type { UnsentText } from '../../shell/unsent/UnsentTexts.tsx'
import { Button } from '../../ui/Button.tsx'
import { useText } from '../texts/use-text.ts'
import { openSession } from './console-session.ts'
import { SignInForm } from './SignInForm.tsx'
import { Unsent } from './Unsent.tsx'

interface Props {
  /** Why nobody is signed in: no particular reason, a refused link, or an ended session. */
  reason: 'none' | 'link' | 'ended'
  /** What would be lost by a reload. */
  unsent?: UnsentText[]
}

/** Replaces the console while nobody is signed in. */
export function SignIn({ reason, unsent = [] }: Props) {
  const text = useText()
  const [sentTo, setSentTo] = useState<string>()
  const title = useRef<HTMLHeadingElement>(null)
  const page = sentTo === undefined ? reason : 'sent'

  // The link may be opened in another tab: this one then continues where it was.
  useEffect(() => {
    if (unsent.length > 0) return
    const look = async () => {
      if (!document.hidden && (await openSession()).outcome === 'renewed') location.reload()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])

  useEffect(() => {
    document.title = text(`signIn.${page}.title`)
    if (page === 'sent') title.current?.focus()
  }, [page])

  return (
    <main class="tc-sign-in">
      <h1 ref={title} class="tc-sign-in__title" tabIndex={-1}>
        {text(`signIn.${page}.title`)}
      </h1>
      <p class="tc-sign-in__text">{text(`signIn.${page}.text`, { email: sentTo ?? '' })}</p>
      {unsent.length > 0 && <Unsent texts={unsent} />}
      {page === 'sent' ? (
        <p class="tc-sign-in__again">
          <Button onClick={() => setSentTo(undefined)}>{text('signIn.again')}</Button>
        </p>
      ) : (
        <SignInForm onSent={setSentTo} />
      )}
    </main>
  )
}
