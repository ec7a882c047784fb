import { documentsFile } from '../graphql/operations.ts'

/** The operations' texts, needed when a page and its server are of different builds. */
export async function loadTexts(): Promise<Record<string, string>> {
  const response = await fetch(new URL(`/assets/${documentsFile}`, location.origin))
  if (!response.ok) throw new Error(`The server answered ${response.status}`)
  return response.json()
}
