import { element } from '../element.ts'
import { forgetEverything, type KeptPart } from './kept-parts.ts'
import { offlineTexts } from './offline.texts.ts'
import { partsLeft, sendKept } from './send-kept.ts'
import { partHere, tab } from './tab.ts'

const AGAIN_MS = 10_000
const LAST_OWNER = 'nguoi-vua-dung'

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }
type Saving = Navigator & { connection?: { saveData?: boolean } }

/** Mark of the account that is signed in; empty for nobody, undefined on pages that are not the citizens'. */
export function ownerHere(): string | undefined {
  return document.body.dataset.owner
}

/** Keeps citizens' pages readable without a line, and sends what waits on this machine once there is one. */
export function startOffline(): void {
  holdWithoutLine()
  const owner = ownerHere()
  if (owner === undefined || !('locks' in navigator)) return
  void begin(owner)
}

/** Where no worker gives a form back, as on officers' pages, the page stays with everything in it and says why. */
function holdWithoutLine(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    if (navigator.onLine || navigator.serviceWorker?.controller || form.dataset.reached !== undefined) return
    event.preventDefault()
    tellUnsent(offlineTexts.held)
  })
}

/** On a telephone the button that was pressed stands far below the strip. */
function tellUnsent(text: string): void {
  strip(text)
  shown?.scrollIntoView({ block: 'nearest' })
}

async function begin(owner: string): Promise<void> {
  await forgetAnother(owner)
  tellKeptPage()
  const here = { tab, part: document.querySelector('form[data-autosave]') ? partHere : '' }
  const send = async () => {
    const waiting = await partsLeft(owner, here)
    if (waiting.length === 0) return
    const left = navigator.onLine ? await sendKept(owner, here) : waiting
    // What the page before was just left with goes without a word.
    if (left.length > 0 || waiting.some(({ isTold }) => isTold)) tellWaiting(left)
    if (left.some(({ trouble }) => trouble === undefined)) setTimeout(send, AGAIN_MS)
  }
  window.addEventListener('online', () => void send())
  navigator.serviceWorker?.addEventListener('message', (event: MessageEvent<{ unsent?: boolean }>) => {
    if (event.data.unsent) tellUnsent(offlineTexts.unsent)
  })
  // The worker forgets once the server has answered; where there is none, nobody else does.
  document.addEventListener('submit', ({ target }) => {
    const isSigningOut = target instanceof Element && target.getAttribute('action') === '/dang-xuat'
    if (isSigningOut && !navigator.serviceWorker?.controller) void forgetEverything()
  })
  await send()
  if (document.readyState !== 'complete') await new Promise((resolve) => window.addEventListener('load', resolve))
  await register()
}

/** Another person signs in on the same machine: nothing of the one before stays. */
async function forgetAnother(owner: string): Promise<void> {
  if (owner === '') return
  const last = localStorage.getItem(LAST_OWNER)
  if (last !== null && last !== owner) await forgetEverything()
  localStorage.setItem(LAST_OWNER, owner)
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/sw.js')
    const { active } = await navigator.serviceWorker.ready
    // Whoever asked their browser to spare data is not sent pages ahead of need.
    const ahead = (navigator as Saving).connection?.saveData ? [] : partsOfDraft()
    active?.postMessage({ keep: [...assetsHere(), location.href, ...ahead] }, [])
  } catch {
    // A browser that forbids workers: everything works as with a line.
  }
}

/** Asks the browser to wake the worker when the line is back, even if the page is closed by then. */
export async function sendLater(owner: string): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  await (registration as WithSync | undefined)?.sync?.register(owner).catch(() => undefined)
}

function assetsHere(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => new URL(name).pathname.startsWith('/assets/'))
}

/** The other questions of the form that is open here, so that it can be filled in without a line. */
function partsOfDraft(): string[] {
  const base = /^\/bai-khai\/[^/]+/.exec(location.pathname)?.[0]
  if (base === undefined) return []
  const links = [...document.querySelectorAll<HTMLAnchorElement>(`main a[href^="${base}"]`)]
  const paths = links.map(({ pathname }) => pathname).filter((path) => !/giay-to|\.pdf|kiem-tra|xac-nhan/.test(path))
  return [...new Set(paths)].map((path) => new URL(path, location.origin).href)
}

function tellKeptPage(): void {
  const keptAt = Number(document.body.dataset.keptAt)
  if (!(keptAt > 0)) return
  const time = new Date(keptAt).toLocaleString(document.documentElement.lang, {
    dateStyle: 'short',
    timeStyle: 'short',
  })
  strip(offlineTexts.keptPage(time))
}

function tellWaiting(waiting: readonly KeptPart[]): void {
  const stuck = waiting.filter(({ trouble }) => trouble !== undefined)
  if (waiting.length === 0) return strip(offlineTexts.sent)
  if (stuck.length === 0) return strip(offlineTexts.waiting(waiting.length))
  const links = stuck.flatMap(({ address }) => [' ', element('a', { text: address, attributes: { href: address } })])
  strip(offlineTexts.stuck, links)
}

let shown: HTMLElement | undefined

/** The black strip under the header. */
function strip(text: string, more: (Node | string)[] = []): void {
  const words = element('span', { text })
  words.append(...more)
  const made = element('div', { class: 'mang', attributes: { role: 'status' } }, [element('div', {}, [words])])
  if (shown && document.body.dataset.keptAt === undefined) shown.remove()
  document.querySelector('main')?.before(made)
  shown = made
}
