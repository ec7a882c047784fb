/** A step of a plan, as `EXPLAIN (ANALYZE, FORMAT JSON)` returns it. */
export interface Step {
  'Node Type': string
  'Relation Name'?: string
  /** The rows of each loop, as are those that a filter removed. */
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Step[]
}

/** The row of such an answer. */
export interface Explained {
  'QUERY PLAN': [{ Plan: Step }]
}

/** All steps of the plan that a statement was executed with. */
export const stepsOf = ({ 'QUERY PLAN': [{ Plan }] }: Explained) => within(Plan)

const within = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(within)]
