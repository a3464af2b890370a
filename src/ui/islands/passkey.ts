import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

type Registration = Parameters<typeof startRegistration>[0]['optionsJSON']
type Authentication = Parameters<typeof startAuthentication>[0]['optionsJSON']

/** Lets a form carry the answer of a passkey: `data-passkey` says get or create, `data-options` what the server asks. */
export function startPasskeys(): void {
  if (!browserSupportsWebAuthn()) return
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    const button = form.querySelector('button')
    const answer = form.querySelector<HTMLInputElement>('input[name="khoa"]')
    const failed = form.querySelector<HTMLElement>('[data-passkey-error]')
    if (!button || !answer || !failed) continue
    form.hidden = false
    button.addEventListener('click', () => {
      button.disabled = true
      failed.hidden = true
      askDevice(form)
        .then((response) => {
          answer.value = JSON.stringify(response)
          form.submit()
        })
        .catch(() => {
          button.disabled = false
          failed.hidden = false
        })
    })
  }
}

function askDevice(form: HTMLFormElement): Promise<unknown> {
  const options: unknown = JSON.parse(form.dataset.options ?? '{}')
  return form.dataset.passkey === 'create'
    ? startRegistration({ optionsJSON: options as Registration })
    : startAuthentication({ optionsJSON: options as Authentication })
}
