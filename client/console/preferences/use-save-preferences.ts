import type { CombinedError } from '@urql/core'
import { useState } from 'preact/hooks'
import { useConsoleSetLocaleMutation, useConsoleSetNotificationsMutation } from '../../graphql/hooks.ts'
import type { EmailNotifications } from '../../graphql/operations.ts'

export interface Preferences {
  notifications: EmailNotifications
  /** Null for the browser's language. */
  locale: string | null
}

interface Failure {
  error: CombinedError | undefined
}

/** Saves the preferences that were changed; what is wrong if one could not be. */
export function useSavePreferences(before: Preferences) {
  const [, setNotifications] = useConsoleSetNotificationsMutation()
  const [, setLocale] = useConsoleSetLocaleMutation()
  const [busy, setBusy] = useState(false)

  async function send({ notifications, locale }: Preferences): Promise<Failure | undefined> {
    if (notifications !== before.notifications) {
      const { data, error } = await setNotifications({ input: { notifications } })
      if (data?.setNotifications?.__typename !== 'SetNotificationsPayload') return { error }
    }
    if (locale !== before.locale) {
      const { data, error } = await setLocale({ input: { locale } })
      if (data?.setLocale?.__typename !== 'SetLocalePayload') return { error }
    }
    return undefined
  }

  async function save(chosen: Preferences): Promise<Failure | undefined> {
    setBusy(true)
    const failure = await send(chosen)
    setBusy(false)
    return failure
  }

  return { save, busy }
}
