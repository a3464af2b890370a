import { fillIn, inputOf, typedIn } from './filled-form.ts'
import { marksOf, openKeeping } from './keeping.ts'
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
  const keeping = openKeeping(form)
  const address = location.pathname
  let kept = typedIn(form)
  /** Sent and not answered: it may be at the server or not. */
  let unanswered: string | undefined
  let trouble: Trouble | undefined
  let tries = 0
  let timer: number | undefined
  let running: Promise<boolean> | undefined
  let isLeaving = false
  /** The button that was pressed without a line: once there is one it is pressed again, unless more was typed. */
  let pressed: HTMLElement | null = null

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
      void keeping.keep(unanswered)
      status.saving()
      const sent = await sendPart({ address, typed: unanswered, ...marksOf(form) })
      if (sent.kind !== 'saved') return fail(sent.kind)
      succeed(sent)
    }
    if (pressed) leaveBy(pressed)
    else void keeping.forget()
    return true
  }

  function leaveBy(button: HTMLElement | null): void {
    pressed = null
    isLeaving = true
    // The answer will carry what was typed.
    void keeping.forget()
    // The server answered a moment ago: there is a line, whatever the browser believes.
    form.dataset.reached = ''
    form.requestSubmit(button)
    delete form.dataset.reached
  }

  function succeed({ mark, savedAt }: Extract<Sent, { kind: 'saved' }>): void {
    kept = unanswered ?? kept
    unanswered = undefined
    trouble = undefined
    tries = 0
    inputOf(form, 'moc').value = mark
    status.saved(savedAt)
  }

  async function fail(kind: Trouble): Promise<false> {
    if (kind !== 'no-line' && kind !== 'server') unanswered = undefined
    trouble = kind
    await keeping.keep(unanswered, { isTold: maySoonPass(kind) })
    status.failed(kind, keeping.isKept())
    if (maySoonPass(kind)) timer = window.setTimeout(flush, RETRIES_MS[Math.min(tries, RETRIES_MS.length - 1)])
    else if (pressed) leaveBy(pressed)
    tries += 1
    return false
  }

  /** Typed here before and never acknowledged: it stands in the form again, based on what it was based on then. */
  async function restore(): Promise<void> {
    const part = await keeping.left()
    if (!part) return
    fillIn(form, part.typed)
    unanswered = part.unanswered
    if (isUnsaved()) inputOf(form, 'moc').value = part.mark
    await flush()
  }

  form.addEventListener('input', () => {
    pressed = null
    // The page's own check may have kept it here.
    isLeaving = false
    void keeping.keep(unanswered)
    clearTimeout(timer)
    timer = window.setTimeout(flush, PAUSE_MS)
  })
  // A box that is left is whole: a link pressed next leaves the page.
  form.addEventListener('change', () => void flush())
  form.addEventListener('submit', (event) => {
    // Files are still on their way: the form is sent again once they have arrived.
    if (event.defaultPrevented) return
    if (isLeaving || (!isUnsaved() && trouble === undefined)) {
      isLeaving = true
      return
    }
    event.preventDefault()
    pressed = null
    void flush().then((isSaved) => {
      // No line: the page stays, with everything in it. Anything else the server explains best itself.
      if (isLeaving) return
      if (!isSaved && trouble === 'no-line' && keeping.isKept() && isKeptPage()) return goOn()
      if (!isSaved && (trouble === 'no-line' || trouble === 'server')) pressed = event.submitter
      else leaveBy(event.submitter)
    })
  })
  /** Without a line the next questions are those this machine keeps. */
  function goOn(): void {
    isLeaving = true
    location.assign(form.dataset.next ?? location.href)
  }

  const again = () => {
    if (trouble && maySoonPass(trouble)) void flush()
  }
  window.addEventListener('online', again)
  window.addEventListener('focus', again)
  window.addEventListener('beforeunload', (event) => {
    if (!isLeaving && trouble && isUnsaved()) event.preventDefault()
  })
  const leave = () => {
    if (!isLeaving && isUnsaved()) void flush()
  }
  window.addEventListener('pagehide', leave)
  // Telephones end pages in the background without another word.
  document.addEventListener('visibilitychange', leave)
  window.addEventListener('pageshow', () => {
    isLeaving = false
  })
  void restore()
}

/** The worker stands before the line: pages it keeps open without one. */
function isKeptPage(): boolean {
  return Boolean(navigator.serviceWorker?.controller)
}
