import { uiTexts } from '../texts.ts'

export function startCopyText(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false
    const words = button.querySelector('[data-copy-words]') ?? button
    words.setAttribute('aria-live', 'polite')
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy ?? '')
        words.textContent = uiTexts.copied
      } catch {
        words.textContent = uiTexts.copyFailed
      }
    })
  }
}
