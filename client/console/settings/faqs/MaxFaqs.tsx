import { useConsoleUpdateWebsiteMutation } from '../../../graphql/hooks.ts'
import { Field } from '../../../ui/form/Field.tsx'
import { Select } from '../../../ui/form/Select.tsx'
import { useSettings } from '../context.ts'
import { Failure } from '../forms/Failure.tsx'
import { useChange } from '../forms/use-change.ts'
import { useText } from '../use-text.ts'

const common = [5, 10, 20, 50]

/** How many questions there may be. Includes the current number, which the API may have set. */
export function MaxFaqs() {
  const text = useText()
  const { maxFaqs } = useSettings().website
  const { change, issues, busy, failure } = useChange(useConsoleUpdateWebsiteMutation(), ['maxFaqs'])
  const options = [...new Set([...common, maxFaqs])].sort((one, other) => one - other).map(String)
  return (
    <div class="tc-max-faqs">
      <Field label={text('faqs.max')} hint={text('faqs.max.hint')} error={issues.maxFaqs}>
        {(control) => (
          <Select
            {...control}
            disabled={busy}
            value={String(maxFaqs)}
            options={options.map((value) => ({ value, label: value }))}
            onValue={(most) => void change({ maxFaqs: Number(most) })}
          />
        )}
      </Field>
      <Failure text={failure} />
    </div>
  )
}
