import { useViewFaqMutation } from '../../graphql/hooks.ts'

const viewed = new Set<string>()

/** Tells the team which questions are opened, each once in a visit. Nobody has to hear when that fails. */
export function useViewFaq(): (id: string) => void {
  const [, viewFaq] = useViewFaqMutation()
  return (id) => {
    if (viewed.has(id)) return
    viewed.add(id)
    void viewFaq({ input: { id } })
  }
}
