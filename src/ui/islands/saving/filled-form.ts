import { element } from '../element.ts'

const SENT_ALONG = new Set(['_csrf', 'moc'])

/** What a person typed, without what the page sends along by itself. */
export function typedIn(form: HTMLFormElement): string {
  const typed = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !SENT_ALONG.has(name)) typed.append(name, value)
  return typed.toString()
}

/** Puts what was typed back; what the page has no box for any more is sent along unseen. */
export function fillIn(form: HTMLFormElement, typed: string): void {
  const values = new URLSearchParams(typed)
  const boxes = [...form.elements].filter(isBox).filter(({ name }) => name !== '' && !SENT_ALONG.has(name))
  for (const box of boxes) {
    const own = values.getAll(box.name)
    if (box instanceof HTMLInputElement && (box.type === 'radio' || box.type === 'checkbox'))
      box.checked = own.includes(box.value)
    else if (own.length > 0) box.value = own.at(-1) ?? ''
  }
  const known = new Set(boxes.map(({ name }) => name))
  for (const [name, value] of values)
    if (!known.has(name)) form.append(element('input', { attributes: { type: 'hidden', name, value } }))
}

function isBox(part: Element): part is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  return part instanceof HTMLInputElement || part instanceof HTMLSelectElement || part instanceof HTMLTextAreaElement
}

export function inputOf(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement
}
