import { useClient } from '@urql/preact'
import { WebsiteLookDocument } from '../../graphql/operations.ts'
import { useOnReconnect } from '../../shell/use-connection.ts'
import { applyColorScheme } from './apply-color-scheme.ts'
import { applyLook } from './apply-look.ts'

/** Asks for the look after a lost connection: nobody tells what changed meanwhile. */
export function useLook(): void {
  const client = useClient()
  useOnReconnect(async () => {
    const { data } = await client.query(WebsiteLookDocument, {})
    if (!data?.website) return
    applyLook(data.website.look)
    applyColorScheme(data.website.colorScheme)
  })
}
