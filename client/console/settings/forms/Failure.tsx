export function Failure({ text }: { text: string | undefined }) {
  if (!text) return null
  return (
    <p class="tc-error tc-failure" role="alert">
      {text}
    </p>
  )
}
