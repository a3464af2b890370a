const KEY = 'the'

/** This tab, whatever page is in it. */
export const tab = knownTab()

/** By what the part typed on the page that is open here is known. */
export const partHere = `${tab} ${location.pathname}`

function knownTab(): string {
  const fresh = crypto.randomUUID?.() ?? String(Math.random())
  try {
    const known = sessionStorage.getItem(KEY) ?? fresh
    sessionStorage.setItem(KEY, known)
    return known
  } catch {
    return fresh
  }
}

/** Tells other tabs that this page sends by itself what is typed in it; it ends with the page. */
export function seeToPartHere(): void {
  void navigator.locks?.request(partHere, () => new Promise<void>(() => undefined))
}
