import { startPrint } from '../print.ts'

/**
 * Hands received files in through the form's own address, and puts what the server shows of them in place of what stands
 * there (`[data-refresh]` with an id). False: no answer, or none of this page; try again.
 */
export async function handIn(form: HTMLFormElement, box: string, names: readonly string[]): Promise<boolean> {
  const body = new FormData()
  for (const name of names) body.append(box, name)
  const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } }).catch(
    () => undefined,
  )
  if (!answer || answer.status >= 500) return false
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const places = [...document.querySelectorAll<HTMLElement>('[data-refresh]')]
  const found = places.filter(({ id }) => page.getElementById(id))
  // Signed out meanwhile, or the paper is gone: the page itself says it best.
  if (found.length === 0) location.reload()
  for (const place of found) place.replaceWith(page.getElementById(place.id) as HTMLElement)
  startPrint()
  return true
}
