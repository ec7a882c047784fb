import { useViewFaqMutation } from '../../graphql/hooks.ts'

const viewed = new Set<string>()

/** Counts each opened question once per visit, for the team. Failures are ignored. */
export function useViewFaq(): (id: string) => void {
  const [, viewFaq] = useViewFaqMutation()
  return (id) => {
    if (viewed.has(id)) return
    viewed.add(id)
    void viewFaq({ input: { id } })
  }
}
