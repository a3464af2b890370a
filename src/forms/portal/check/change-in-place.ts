/**
 * Adds or takes away an entry without leaving the page: the server keeps what is typed and draws the page anew, of which the
 * group is taken over. Without a line nothing is lost: the form is sent as it would be without script.
 */
export async function changeInPlace(form: HTMLFormElement, name: string, value: string): Promise<boolean> {
  const body = new URLSearchParams()
  for (const [box, text] of new FormData(form)) if (typeof text === 'string') body.append(box, text)
  body.append(name, value)
  const answer = await fetch(location.pathname, { method: 'POST', body, credentials: 'same-origin' }).catch(
    () => undefined,
  )
  const group = `${(value.split('.')[0] ?? '').replaceAll(/[^A-Za-z0-9_-]+/g, '-')}-nhom`
  const drawn = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined
  const [before, after] = [document.getElementById(group), drawn?.getElementById(group)]
  if (!before || !after) {
    sendAsItIs(form, name, value)
    return false
  }
  before.replaceWith(after)
  const mark = drawn?.querySelector<HTMLInputElement>('input[name=moc]')
  const own = form.querySelector<HTMLInputElement>('input[name=moc]')
  if (mark && own) own.value = mark.value
  focusOn(after)
  return true
}

/** The first box of the last entry, or the button that adds one. */
function focusOn(group: HTMLElement): void {
  const entries = group.querySelectorAll<HTMLElement>('.muc-lap')
  const last = entries[entries.length - 1]
  const box = last?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')
  ;(box ?? group.querySelector<HTMLElement>('button'))?.focus()
}

function sendAsItIs(form: HTMLFormElement, name: string, value: string): void {
  const pressed = document.createElement('input')
  pressed.type = 'hidden'
  pressed.name = name
  pressed.value = value
  form.append(pressed)
  form.submit()
}
