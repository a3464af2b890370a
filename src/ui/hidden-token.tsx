/** The token against forged requests; every form that posts carries it. */
export function HiddenToken({ token }: { token: string }) {
  return <input type="hidden" name="_csrf" value={token} />
}
