/** Keeps words like `Ký {n} văn bản` true while boxes are ticked; without script they say it without the number. */
export function startChosenCount(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-round]')) {
    const told = [...form.querySelectorAll<HTMLElement>('[data-chosen]')]
    const count = () => {
      const n = form.querySelectorAll('input[type=checkbox]:checked:not(:disabled)').length
      for (const element of told) element.textContent = (element.dataset.chosen ?? '').replace('{n}', String(n))
    }
    form.addEventListener('change', count)
    count()
  }
}
