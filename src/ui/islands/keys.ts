import { uiTexts } from '../texts.ts'
import { element } from './element.ts'

const offKey = 'phim-mot-chu-tat'

/** Single letters can be turned off by whoever speaks to the machine or presses by mistake (WCAG 2.1.4). */
export function singleKeysAreOff(): boolean {
  try {
    return localStorage.getItem(offKey) === '1'
  } catch {
    return false
  }
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'reset'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** How `data-key` names a pressed key: 'T', '?', 'F9', 'Escape', 'Ctrl+Enter'. */
export function keyName(event: KeyboardEvent): string {
  const name = event.key.length === 1 ? event.key.toUpperCase() : event.key
  return event.ctrlKey || event.metaKey ? `Ctrl+${name}` : name
}

/** A single sign without Ctrl: off inside fields, and when the reader turned them off. */
export function isAllowed(event: KeyboardEvent): boolean {
  if (event.altKey || event.isComposing || document.querySelector('dialog[open]')) return false
  const alone = event.key.length === 1 && !event.ctrlKey && !event.metaKey
  return !(alone && (isTyping(event.target) || singleKeysAreOff()))
}

/** Presses the link or button whose `data-key` is the pressed key. */
export function startKeys(): void {
  const list = document.querySelector('[data-keys]')
  if (!list && !document.querySelector('[data-key]')) return
  document.addEventListener('keydown', (event) => {
    if (event.key === '?' && list && !isTyping(event.target) && !document.querySelector('dialog[open]')) {
      event.preventDefault()
      showList(list)
      return
    }
    if (!isAllowed(event)) return
    // The space bar presses and ticks what has the focus.
    if (event.key === ' ' && event.target instanceof HTMLElement && event.target.matches('a,button,input,summary'))
      return
    const name = keyName(event)
    for (const target of document.querySelectorAll<HTMLElement>('[data-key]')) {
      if (target.dataset.key !== name || target.matches(':disabled,[aria-disabled=true]')) continue
      event.preventDefault()
      target.click()
      return
    }
  })
}

function showList(list: Element): void {
  const off = element('input', { attributes: { type: 'checkbox' } })
  off.checked = singleKeysAreOff()
  off.addEventListener('change', () => localStorage.setItem(offKey, off.checked ? '1' : '0'))
  const rows = [...list.querySelectorAll(':scope > span')].map((hint) =>
    element(
      'li',
      {},
      [...hint.childNodes].map((node) => node.cloneNode(true)),
    ),
  )
  const close = element('button', { class: 'nut', text: uiTexts.close, attributes: { type: 'button' } })
  const dialog = element('dialog', { class: 'hop-thoai', attributes: { 'aria-label': uiTexts.keysTitle } }, [
    element('h2', { text: uiTexts.keysTitle }),
    element('ul', {}, rows),
    element('label', {}, [off, document.createTextNode(uiTexts.keysOff)]),
    element('div', { class: 'lanh' }, [close]),
  ])
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}
