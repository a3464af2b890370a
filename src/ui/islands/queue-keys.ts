import { isAllowed, keyName } from './keys.ts'

/** Moves in a work list by keyboard. The focus is on the row's link, so Enter opens it as any link. */
export function startQueueKeys(): void {
  const queue = document.querySelector<HTMLElement>('[data-queue]')
  const search = document.querySelector<HTMLInputElement>('[data-search]')
  if (!queue && !search) return
  document.addEventListener('keydown', (event) => {
    if (!isAllowed(event)) return
    const name = keyName(event)
    if (name === '/' && search) {
      event.preventDefault()
      search.focus()
      search.select()
    } else if (queue && act(queue, name, event.target)) {
      event.preventDefault()
    }
  })
  queue?.addEventListener('focusin', (event) => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null
    if (row) stand(queue, row)
  })
}

const moves: Record<string, number> = { ArrowDown: 1, J: 1, ArrowUp: -1, K: -1 }

/** True when the key meant something here. */
function act(queue: HTMLElement, name: string, target: EventTarget | null): boolean {
  const rows = [...queue.querySelectorAll<HTMLElement>('[data-row]')]
  const current = rows.findIndex((row) => row.hasAttribute('aria-current'))
  const step = moves[name]
  if (step !== undefined) {
    if (
      name.startsWith('Arrow') &&
      target instanceof HTMLElement &&
      target.matches('input,select,textarea,[role=tab]')
    ) {
      return false
    }
    const next = rows[Math.min(rows.length - 1, Math.max(0, current + step))]
    next?.querySelector<HTMLElement>('[data-open]')?.focus()
    next?.scrollIntoView({ block: 'nearest' })
    return next !== undefined
  }
  const row = rows[current]
  if (!row) return false
  if (name === 'X') {
    const box = row.querySelector<HTMLInputElement>('input[type=checkbox]')
    box?.click()
    return box !== null
  }
  if (name === 'Enter' && target === document.body) {
    row.querySelector<HTMLElement>('[data-open]')?.click()
    return true
  }
  return false
}

function stand(queue: HTMLElement, row: HTMLElement): void {
  if (row.hasAttribute('aria-current')) return
  for (const other of queue.querySelectorAll('[data-row][aria-current]')) other.removeAttribute('aria-current')
  row.setAttribute('aria-current', 'true')
  if (row.dataset.preview) void preview(row.dataset.preview)
}

let waiting: AbortController | undefined

/** Loads the preview of the row after a moment, so that running down the list asks once. */
async function preview(address: string): Promise<void> {
  const pane = document.querySelector('[data-preview-pane]')
  if (!pane) return
  waiting?.abort()
  const mine = new AbortController()
  waiting = mine
  await new Promise((resolve) => setTimeout(resolve, 120))
  if (mine.signal.aborted) return
  try {
    const answer = await fetch(address, { signal: mine.signal, headers: { Accept: 'text/html' } })
    if (!answer.ok || answer.redirected) return
    const part = new DOMParser().parseFromString(await answer.text(), 'text/html')
    pane.replaceChildren(...part.body.childNodes)
  } catch {
    // A lost line or a newer row: the old preview stays, and the link still opens the item.
  }
}
