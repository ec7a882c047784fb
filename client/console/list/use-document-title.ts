import { useEffect } from 'preact/hooks'
import { useTeam } from '../team/context.ts'
import { useText } from '../use-text.ts'

/** The browser's tab tells how many tickets hold something unread. */
export function useDocumentTitle(unread: number): void {
  const text = useText()
  const website = useTeam().website.name
  useEffect(() => {
    document.title = text(unread > 0 ? 'app.document.unread' : 'app.document', { count: unread, website })
  }, [text, unread, website])
}
