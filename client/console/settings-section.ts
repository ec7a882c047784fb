/** The section of the settings that an address's fragment names; null for the tickets. */
export function settingsSection(hash: string): string | null {
  const [place, section = ''] = hash.split('/')
  return place === 'settings' ? section : null
}
