import { useState } from 'preact/hooks'
import { useConsoleSendTestEmailMutation } from '../../../graphql/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useFailureText } from '../../texts/use-failure-text.ts'
import { Failure } from '../forms/Failure.tsx'
import { Block } from '../parts/Block.tsx'
import { useText } from '../use-text.ts'

export function TestEmail() {
  const text = useText()
  const failureText = useFailureText()
  const [{ fetching }, ask] = useConsoleSendTestEmailMutation()
  const [sentTo, setSentTo] = useState<string>()
  const [failure, setFailure] = useState<string>()

  async function send(): Promise<void> {
    setSentTo(undefined)
    setFailure(undefined)
    const { data, error } = await ask({ input: {} })
    const result = data?.sendTestEmail
    if (result?.__typename === 'SendTestEmailPayload') setSentTo(result.to)
    else setFailure(result ? text('email.test.refused', { answer: result.message }) : failureText(error))
  }

  return (
    <Block title={text('email.test.title')} text={text('email.test.text')}>
      <div class="tc-save">
        <Button busy={fetching} onClick={() => void send()}>
          {text('email.test.send')}
        </Button>
        <p class="tc-save__note" role="status">
          {sentTo && (
            <>
              <Icon name="check" />
              {text('email.test.sent', { email: sentTo })}
            </>
          )}
        </p>
        <Failure text={failure} />
      </div>
    </Block>
  )
}
