import { apple } from '../../ui/apple.ts'
import { useText } from '../texts/use-text.ts'

/** The modifier key as printed on this keyboard. */
export function useModifier(): string {
  const text = useText()
  return apple ? '⌘' : text('keys.control')
}
