/** A step of an executed plan. */
export interface Step {
  'Node Type': string
  'Relation Name'?: string
  /** Per loop, like the rows that a filter removed. */
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Step[]
}

/** The row that `EXPLAIN (ANALYZE, FORMAT JSON)` returns. */
export interface Explained {
  'QUERY PLAN': [{ Plan: Step }]
}

/** All steps of the plan that a statement was executed with. */
export const stepsOf = ({ 'QUERY PLAN': [{ Plan }] }: Explained) => within(Plan)

const within = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(within)]
