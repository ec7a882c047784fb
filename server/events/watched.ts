/** Websites with subscribers in this process, and since when. */
const watched = new Map<string, { subscribers: number; since: Date }>()

/** Registers a subscriber to this website until the returned function is called. */
export function watch(websiteId: string): () => void {
  const website = watched.get(websiteId) ?? { subscribers: 0, since: new Date() }
  watched.set(websiteId, website)
  website.subscribers++
  let open = true
  return () => {
    if (open && --website.subscribers === 0) watched.delete(websiteId)
    open = false
  }
}

export const watchedWebsites = () => [...watched.keys()]

/** Since when the website has had subscribers; undefined if it has none. */
export const watchedSince = (websiteId: string) => watched.get(websiteId)?.since
