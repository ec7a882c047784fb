const heading = /^## Pending$/m

/** The changelog's section on the next release. Throws without its heading. */
export function pendingIn(changelog: string): string {
  const [, after] = changelog.split(heading)
  if (after === undefined) throw new Error('CHANGELOG.md has no heading "## Pending"')
  return after.split(/^## /m)[0]?.trim() ?? ''
}

/** The changelog after the release, with an empty Pending section on top. Throws if nothing is pending. */
export function released(changelog: string, version: string, date: string): string {
  if (pendingIn(changelog) === '') throw new Error('Nothing is pending in CHANGELOG.md')
  return changelog.replace(heading, `## Pending\n\n## ${version} (${date})`)
}
