import { say, signThrough, type Ended } from './usb-token.ts'

/** What one paper's trouble says of the machine, not of the paper: the next would come to the same. */
const STOPS: ReadonlySet<Ended['how']> = new Set(['absent', 'silent', 'cancelled'])

/**
 * Many papers with a USB token: its program signs one file at a time, so the ticked papers are given to it one after the other, each
 * with its own outcome. Whoever closes the program's window stops here; what is signed by then is signed.
 */
export function startUsbTokenRound(part: HTMLElement): void {
  const form = part.closest('form')
  const button = part.querySelector('button')
  if (!form || !button) return
  part.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    signAll(form, part)
      .catch(() => say(part, 'silent'))
      .finally(() => (button.disabled = false))
  })
}

async function signAll(form: HTMLFormElement, part: HTMLElement): Promise<void> {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]:checked:not(:disabled)')]
  const list = part.querySelector('ol')
  const path = part.dataset.usbTokenRound ?? ''
  if (boxes.length === 0) return say(part, 'none')
  list?.replaceChildren()
  let signed = 0
  for (const [index, box] of boxes.entries()) {
    const [code = '', version = ''] = box.value.split(' ')
    say(part, 'waiting', `${index + 1}/${boxes.length}: ${code}`)
    const token = String(new FormData(form).get('_csrf') ?? '')
    const fields = { _csrf: token, ban: version, lo: String(boxes.length) }
    const ended = await signThrough(`${path}/${encodeURIComponent(code)}/token`, Object.entries(fields))
    if (ended.how !== 'signed') {
      if (STOPS.has(ended.how)) return say(part, ended.how)
      note(list, `${code}: ${wordsOf(part, ended)}`)
      continue
    }
    note(list, `${code}: ${part.dataset.signed ?? ''}`)
    box.checked = false
    box.disabled = true
    form.dispatchEvent(new Event('change'))
    signed += 1
  }
  // Where some were not signed, what became of each stays to be read.
  if (signed === boxes.length) location.assign(`${path}?lo=${signed}`)
  else say(part, 'ended')
}

function note(list: HTMLOListElement | null, text: string): void {
  const item = document.createElement('li')
  item.textContent = text
  list?.append(item)
}

const wordsOf = (part: HTMLElement, { how, words = '' }: Exclude<Ended, { how: 'signed' }>) =>
  `${part.querySelector(`[data-says=${how}]`)?.textContent ?? ''} ${words}`.trim()
