import { useState } from 'preact/hooks'
import { Tabs } from '../../../ui/tabs/Tabs.tsx'
import go from '../examples/hmac.go?raw'
import node from '../examples/hmac.mjs?raw'
import php from '../examples/hmac.php?raw'
import python from '../examples/hmac.py?raw'
import ruby from '../examples/hmac.rb?raw'
import { Block } from '../parts/Block.tsx'
import { Code } from '../parts/Code.tsx'
import { useText } from '../use-text.ts'

const examples = { 'Node.js': node, PHP: php, Go: go, Python: python, Ruby: ruby }
type Language = keyof typeof examples
const languages = Object.keys(examples) as Language[]

export function Examples() {
  const text = useText()
  const [language, setLanguage] = useState<Language>('Node.js')
  return (
    <Block title={text('examples.title')} text={text('examples.text')}>
      <Tabs
        label={text('examples.languages')}
        tabs={languages}
        labelOf={(one) => one}
        current={language}
        onTab={setLanguage}
      >
        <Code key={language} label={text('examples.code', { language })} code={examples[language].trim()} />
      </Tabs>
    </Block>
  )
}
