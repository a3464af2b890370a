import { uiTexts } from '../texts.ts'

/**
 * `form[data-upload]`: files are sent as soon as they are chosen, each by itself, over a line that may be cut. What does that
 * is loaded once the page is there; when it cannot be, the form sends its files the plain way.
 */
export function startUploads(): void {
  const forms = document.querySelectorAll<HTMLFormElement>('form[data-upload]')
  // The line may be gone when the first file is chosen.
  if (forms.length > 0) window.addEventListener('load', () => void load())
  for (const form of forms) {
    /** A file is chosen and what sends it is on its way: the form waits for it. */
    let loading: Promise<void> | undefined
    form.addEventListener('change', (event) => {
      const input = event.target
      if (!(input instanceof HTMLInputElement) || input.type !== 'file') return
      if (refuseHeavy(input) || (input.files?.length ?? 0) === 0) return
      loading = hand(form, input).finally(() => (loading = undefined))
    })
    form.addEventListener('submit', (event) => {
      if (!loading) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const { submitter } = event
      void loading.then(() => form.requestSubmit(submitter))
    })
  }
}

async function hand(form: HTMLFormElement, input: HTMLInputElement): Promise<void> {
  const loaded = await load()
  loaded?.uploadsOf(form).add(input)
}

function load() {
  return import('./uploads/form-uploads.ts').catch(() => undefined)
}

function refuseHeavy(input: HTMLInputElement): boolean {
  const limit = Number(input.dataset.maxBytes)
  const heavy = limit > 0 ? [...(input.files ?? [])].find((file) => file.size > limit) : undefined
  const megabytes = uiTexts.megabytes(
    (limit / 1_048_576).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }),
  )
  input.setCustomValidity(heavy ? uiTexts.fileTooBig(heavy.name, megabytes) : '')
  input.reportValidity()
  return heavy !== undefined
}
