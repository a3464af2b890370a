import { maySoonPass, sendPart, type Sent, type Trouble } from './send-part.ts'
import { openStatus } from './status.ts'

const PAUSE_MS = 1_500
const RETRIES_MS = [3_000, 8_000, 20_000]

/** Keeps every form `[data-autosave]` at the server while it is filled in, and says at once when that fails, and why. */
export function startAutosave(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) autosave(form)
}

function autosave(form: HTMLFormElement): void {
  const status = openStatus(form)
  let kept = typedIn(form)
  /** Sent and not answered: it may be at the server or not. */
  let unanswered: string | undefined
  let trouble: Trouble | undefined
  let tries = 0
  let timer: number | undefined
  let running: Promise<boolean> | undefined
  let isLeaving = false

  const isUnsaved = () => unanswered !== undefined || typedIn(form) !== kept

  function flush(): Promise<boolean> {
    clearTimeout(timer)
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }

  async function run(): Promise<boolean> {
    while (isUnsaved()) {
      // What went without an answer goes first and unchanged, or the server would take its own copy for somebody else's.
      unanswered ??= typedIn(form)
      status.saving()
      const sent = await sendPart({ address: location.pathname, typed: unanswered, ...marksOf(form) })
      if (sent.kind !== 'saved') return fail(sent.kind)
      succeed(sent)
    }
    return true
  }

  function succeed({ mark, savedAt }: Extract<Sent, { kind: 'saved' }>): void {
    kept = unanswered ?? kept
    unanswered = undefined
    trouble = undefined
    tries = 0
    inputOf(form, 'moc').value = mark
    status.saved(savedAt)
  }

  function fail(kind: Trouble): false {
    if (kind !== 'no-line' && kind !== 'server') unanswered = undefined
    trouble = kind
    status.failed(kind)
    if (maySoonPass(kind)) timer = window.setTimeout(flush, RETRIES_MS[Math.min(tries, RETRIES_MS.length - 1)])
    tries += 1
    return false
  }

  function soon(): void {
    clearTimeout(timer)
    timer = window.setTimeout(flush, PAUSE_MS)
  }

  form.addEventListener('input', soon)
  form.addEventListener('change', soon)
  form.addEventListener('submit', (event) => {
    if (isLeaving || (!isUnsaved() && trouble === undefined)) {
      isLeaving = true
      return
    }
    event.preventDefault()
    void flush().then((isSaved) => {
      // No line: the page stays, with everything in it. Anything else the server explains best itself.
      if (isLeaving || (!isSaved && (trouble === 'no-line' || trouble === 'server'))) return
      isLeaving = true
      form.requestSubmit(event.submitter)
    })
  })
  const again = () => {
    if (trouble && maySoonPass(trouble)) void flush()
  }
  window.addEventListener('online', again)
  window.addEventListener('focus', again)
  window.addEventListener('beforeunload', (event) => {
    if (!isLeaving && trouble && isUnsaved()) event.preventDefault()
  })
  window.addEventListener('pagehide', () => {
    if (!isLeaving && isUnsaved()) void flush()
  })
  window.addEventListener('pageshow', () => {
    isLeaving = false
  })
}

/** What a person typed, without what the page sends along by itself. */
function typedIn(form: HTMLFormElement): string {
  const typed = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && name !== '_csrf' && name !== 'moc') typed.append(name, value)
  return typed.toString()
}

function marksOf(form: HTMLFormElement): { mark: string; token: string } {
  return { mark: inputOf(form, 'moc').value, token: inputOf(form, '_csrf').value }
}

function inputOf(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement
}
