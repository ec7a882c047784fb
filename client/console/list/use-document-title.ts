import { useEffect } from 'preact/hooks'
import { useTeam } from '../team/context.ts'
import { useText } from '../texts/use-text.ts'

/** Shows the number of unread tickets in the browser tab. */
export function useDocumentTitle(unread: number, inSettings: boolean): void {
  const text = useText()
  const website = useTeam().website.name
  useEffect(() => {
    const tickets = unread > 0 ? 'app.document.unread' : 'app.document'
    document.title = text(inSettings ? 'app.document.settings' : tickets, { count: unread, website })
  }, [text, unread, inSettings, website])
}
