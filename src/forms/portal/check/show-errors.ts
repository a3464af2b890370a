import { element } from '../../../ui/islands/element.ts'
import { fieldId } from '../../../ui/field-id.ts'
import { errorTexts } from '../../../ui/error.texts.ts'
import type { FieldError } from '../../form.ts'

/** The summary at the top, linked to the boxes and with the focus, and each message at its box: as the server draws them. */
export function showErrors(form: HTMLFormElement, errors: readonly FieldError[]): void {
  for (const frame of form.querySelectorAll<HTMLElement>('.truong.co-loi')) clear(frame)
  for (const error of errors) show(form, error)
  form.querySelector('.tom-loi')?.remove()
  const title = element('h2', { text: errorTexts.errorCount(errors.length), attributes: { id: 'tom-loi' } })
  const links = errors.map(({ field, message }) =>
    element('li', {}, [element('a', { text: message, attributes: { href: `#${fieldId(field)}` } })]),
  )
  const attributes = { role: 'alert', tabindex: '-1', 'aria-labelledby': 'tom-loi' }
  const summary = element('div', { class: 'tom-loi', attributes }, [title, element('ul', {}, links)])
  const first = [...form.children].find((child) => !(child instanceof HTMLInputElement && child.type === 'hidden'))
  form.insertBefore(summary, first ?? null)
  summary.focus()
}

/** The message at one box, or none any more. */
export function showErrorsOf(form: HTMLFormElement, name: string, errors: readonly FieldError[]): void {
  const frame = frameOf(form, name)
  if (frame) clear(frame)
  const question = name.replace(/\.noi$/, '')
  for (const error of errors) if (error.field === name || error.field === question) show(form, error)
}

function show(form: HTMLFormElement, { field, message }: FieldError): void {
  const frame = frameOf(form, field) ?? frameOf(form, `${field}.noi`)
  if (!frame) return
  const id = `${fieldId(field)}-l`
  const words = element('span', {}, [element('span', { class: 'an', text: errorTexts.errorPrefix })])
  words.append(message)
  const told = element('p', { class: 'loi', attributes: { id } }, [words])
  frame.classList.add('co-loi')
  const label = frame.querySelector('.goi-y') ?? frame.querySelector('label, legend')
  label?.after(told)
  const box = boxIn(frame)
  box?.setAttribute('aria-invalid', 'true')
  const described = box?.getAttribute('aria-describedby') ?? ''
  box?.setAttribute('aria-describedby', `${described} ${id}`.trim())
}

function clear(frame: HTMLElement): void {
  frame.classList.remove('co-loi')
  const box = boxIn(frame)
  box?.removeAttribute('aria-invalid')
  for (const told of frame.querySelectorAll(':scope > .loi')) {
    const described = (box?.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== told.id)
    if (described.join('') === '') box?.removeAttribute('aria-describedby')
    else box?.setAttribute('aria-describedby', described.join(' '))
    told.remove()
  }
}

function boxIn(frame: HTMLElement): Element | null {
  return frame.matches('fieldset') ? frame : frame.querySelector('input, select, textarea')
}

function frameOf(form: HTMLFormElement, name: string): HTMLElement | null {
  const box = [...form.elements].find(
    (one) => 'name' in one && one.name === name && !(one instanceof HTMLInputElement && one.type === 'hidden'),
  )
  return box?.closest<HTMLElement>('fieldset.truong') ?? box?.closest<HTMLElement>('.truong') ?? null
}
