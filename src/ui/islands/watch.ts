import { uiTexts } from '../texts.ts'

const EVERY_MS = 2_000

/** Asks whether what a page waits for is over, and opens the page anew when it is. */
export function startWatch(): void {
  for (const watched of document.querySelectorAll<HTMLElement>('[data-watch]')) watch(watched.dataset.watch ?? '')
  for (const time of document.querySelectorAll<HTMLElement>('[data-seconds-left]')) countDown(time)
}

function watch(statusHref: string): void {
  const timer = setInterval(async () => {
    // No answer: the line is weak, and the next try may have one.
    const answer = await fetch(statusHref, { credentials: 'same-origin' }).catch(() => undefined)
    if (!answer?.ok) return
    const { isOver } = (await answer.json()) as { isOver: boolean }
    if (!isOver) return
    clearInterval(timer)
    location.reload()
  }, EVERY_MS)
  window.addEventListener('pagehide', () => clearInterval(timer))
}

function countDown(time: HTMLElement): void {
  const end = performance.now() + Number(time.dataset.secondsLeft) * 1_000
  const timer = setInterval(() => {
    const seconds = Math.max(0, Math.round((end - performance.now()) / 1_000))
    time.textContent = uiTexts.timeLeft(seconds)
    if (seconds === 0) clearInterval(timer)
  }, 1_000)
}
