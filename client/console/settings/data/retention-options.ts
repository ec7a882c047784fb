import type { RetentionAction } from '../../../graphql/operations.ts'
import type { DataTexts } from './use-text.ts'

export interface Retention {
  /** 0 for never. */
  retentionMonths: number
  retentionAction: RetentionAction
}

const common = [3, 6, 12, 24, 36, 60]
const actions: RetentionAction[] = ['ERASE', 'DELETE']

/** A rule as one value of a list. */
export const retentionValue = ({ retentionMonths, retentionAction }: Retention) =>
  retentionMonths === 0 ? 'never' : `${retentionAction} ${retentionMonths}`

export function retentionOf(value: string): Partial<Retention> {
  const [action, months] = value.split(' ')
  return months === undefined
    ? { retentionMonths: 0 }
    : { retentionMonths: Number(months), retentionAction: action as RetentionAction }
}

/** Rules to choose from; always includes the current one, which the API may have set. */
export function retentionOptions(text: DataTexts, { retentionMonths }: Retention) {
  const months = [...new Set([...common, retentionMonths])]
    .filter((count) => count > 0)
    .sort((one, other) => one - other)
  const rules = actions.flatMap((retentionAction) =>
    months.map((count) => ({
      value: retentionValue({ retentionMonths: count, retentionAction }),
      label: text(`retention.${retentionAction}`, { count }),
    })),
  )
  return [{ value: 'never', label: text('retention.keep') }, ...rules]
}
