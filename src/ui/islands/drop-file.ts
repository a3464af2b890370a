import { uiTexts } from '../texts.ts'

/** A file dragged onto `[data-drop]` goes into the file input inside it. */
export function startDropFile(): void {
  for (const zone of document.querySelectorAll<HTMLElement>('[data-drop]')) prepare(zone)
}

function prepare(zone: HTMLElement): void {
  const input = zone.querySelector<HTMLInputElement>('input[type=file]')
  const words = zone.querySelector<HTMLElement>('[data-drop-words]')
  if (!input || !words) return
  words.hidden = false
  words.setAttribute('aria-live', 'polite')

  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const light = (on: boolean) => zone.classList.toggle('dang-keo', on)

  zone.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    light(true)
  })
  zone.addEventListener('dragleave', () => light(false))
  zone.addEventListener('drop', (event) => {
    light(false)
    const dropped = event.dataTransfer?.files
    if (!dropped || dropped.length === 0) return
    event.preventDefault()
    input.files = dropped
    input.dispatchEvent(new Event('change', { bubbles: true }))
    if (zone.dataset.drop === 'submit' && input.validity.valid) input.form?.requestSubmit()
  })
  input.addEventListener('change', () => {
    const chosen = input.files?.[0]
    if (chosen) words.textContent = uiTexts.fileChosen(chosen.name)
  })
}
