/** The token against forged requests; every form that posts carries it. */
export function HiddenToken({ token }: { token: string }) {
  return <input type="hidden" name="_csrf" value={token} />
}

/** What was typed elsewhere, sent along unseen. */
export function HiddenFields({ fields }: { fields: readonly (readonly [name: string, value: string])[] }) {
  return (
    <>
      {fields.map(([name, value], index) => (
        <input type="hidden" name={name} value={value} key={index} />
      ))}
    </>
  )
}
