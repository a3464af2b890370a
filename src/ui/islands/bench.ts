import { isAllowed, keyName, singleKeysAreOff } from './keys.ts'

/**
 * The card of one doubtful value: E goes to its box, Tab on its main button to the next doubt. Everywhere else Tab is Tab, and with
 * single keys turned off it is so there too.
 */
export function startBench(card: HTMLElement): void {
  const box = card.querySelector<HTMLInputElement>('input[type=text]')
  const accept = card.querySelector<HTMLButtonElement>('button[autofocus]')
  const next = card.querySelector<HTMLAnchorElement>('[data-next-doubt]')
  document.addEventListener('keydown', (event) => {
    if (!isAllowed(event)) return
    const name = keyName(event)
    if (name === 'E' && box) {
      event.preventDefault()
      box.focus()
      box.select()
    } else if (name === 'Tab' && !event.shiftKey && next && event.target === accept && !singleKeysAreOff()) {
      event.preventDefault()
      next.click()
    }
  })
}
