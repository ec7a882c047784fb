import tokens from '../../../ui/tokens.css?raw'
import { Block } from '../parts/Block.tsx'
import { useText } from '../use-text.ts'
import { propertiesIn } from './properties-in.ts'

const properties = propertiesIn(tokens)

/** Every custom property, read from the stylesheet that sets it. */
export function Properties() {
  const text = useText()
  return (
    <Block title={text('properties.title')} text={text('properties.text')}>
      <table class="tc-properties-table">
        <thead>
          <tr>
            <th scope="col">{text('properties.name')}</th>
            <th scope="col">{text('properties.light')}</th>
            <th scope="col">{text('properties.dark')}</th>
          </tr>
        </thead>
        <tbody>
          {properties.map(({ name, light, dark }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <Value value={light} />
              <Value value={dark} />
            </tr>
          ))}
        </tbody>
      </table>
      <p class="tc-hint">{text('properties.classes')}</p>
    </Block>
  )
}

function Value({ value }: { value: string }) {
  return (
    <td>
      {value.startsWith('#') && <span class="tc-swatch" style={{ background: value }} />}
      {value}
    </td>
  )
}
