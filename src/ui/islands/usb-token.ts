/** What the server gives the local program to do: where it listens, its JSON, and how the server tells the outcome. */
type Work = { service: string; order: object; outcome: string; done: string; waits: string; seconds: number }
/** `missing`: taken in, and waiting for a service that is down. */
type Outcome = { accepted: boolean; missing?: string; words?: string }
type Answer = { Status?: number; Message?: string }

const OK = 0
const CANCELLED = 11

/** Signs with a USB token through the program on this machine: one WebSocket, one JSON each way, then closed. */
export function startUsbToken(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-usb-token]')) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const button = form.querySelector('button')
      if (button) button.disabled = true
      say(form, 'waiting')
      sign(form)
        .catch(() => say(form, 'silent'))
        .finally(() => {
          if (button) button.disabled = false
        })
    })
  }
}

async function sign(form: HTMLFormElement): Promise<void> {
  const ended = await signThrough(form.action, entries(form))
  if (ended.how === 'signed') location.assign(ended.next)
  else say(form, ended.how, ended.words)
}

/** How one signature ended: where the page goes on, or which of its sentences says why there is none. */
export type Ended =
  | { how: 'signed'; next: string }
  | { how: 'told' | 'absent' | 'silent' | 'cancelled' | 'failed'; words?: string }

/** Asks the server what is to be signed, has the program sign it, and asks the server what came of it. */
export async function signThrough(action: string, fields: [string, string][]): Promise<Ended> {
  const given = await fetch(action, { method: 'POST', body: new URLSearchParams(fields) })
  const work = (await given.json()) as Work & { words?: string }
  if (work.words !== undefined) return { how: 'told', words: work.words }
  const answer = await converse(work.service, JSON.stringify(work.order), work.seconds)
  if (answer === 'absent') return { how: 'absent' }
  // What the server took in counts, whatever the program says.
  const { accepted, missing, words } = (await (await fetch(work.outcome)).json()) as Outcome
  if (accepted)
    return { how: 'signed', next: missing === undefined ? work.done : work.waits + encodeURIComponent(missing) }
  if (words !== undefined) return { how: 'told', words }
  if (answer === 'silent' || answer.Status === OK) return { how: 'silent' }
  return answer.Status === CANCELLED ? { how: 'cancelled' } : { how: 'failed', words: answer.Message ?? '' }
}

const entries = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].map(([name, value]) => [name, String(value)])

/** `absent`: nothing listens there; `silent`: it listens and did not answer in time, or in no JSON. */
export function converse(address: string, text: string, seconds: number): Promise<Answer | 'absent' | 'silent'> {
  return new Promise((resolve) => {
    let isOpen = false
    const socket = new WebSocket(address)
    const end = (answer: Answer | 'absent' | 'silent') => {
      clearTimeout(limit)
      resolve(answer)
      socket.close()
    }
    const limit = setTimeout(() => end('silent'), seconds * 1000)
    socket.addEventListener('open', () => {
      isOpen = true
      socket.send(text)
    })
    socket.addEventListener('message', ({ data }) => end(read(String(data))))
    socket.addEventListener('close', () => end(isOpen ? 'silent' : 'absent'))
  })
}

function read(text: string): Answer | 'silent' {
  try {
    return JSON.parse(text) as Answer
  } catch {
    return 'silent'
  }
}

/** Shows one of the sentences the page brought along; `more` is put behind it. */
export function say(form: HTMLElement, what: string, more = ''): void {
  for (const words of form.querySelectorAll<HTMLElement>('[data-says]')) {
    words.hidden = words.dataset.says !== what
    if (words.hidden || more === '') continue
    words.dataset.own ??= words.textContent
    words.textContent = `${words.dataset.own} ${more}`.trim()
  }
}
