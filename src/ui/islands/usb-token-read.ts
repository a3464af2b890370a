import { converse, say } from './usb-token.ts'

/** The local program answers within a window the officer may have to find first. */
const PATIENCE_SECONDS = 60

type CertInfo = { Certificate?: string } | string
type Told = { Status?: number; Certificate?: string; CertInfo?: CertInfo }

/** Reads the certificate on a USB token through the local program, puts it into the form and sends it. */
export function startUsbTokenRead(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-usb-token-read]')) {
    const part = form.querySelector<HTMLElement>('[data-with-script]')
    const button = part?.querySelector('button')
    const text = form.querySelector('textarea')
    if (!part || !button || !text) continue
    part.hidden = false
    button.addEventListener('click', async () => {
      button.disabled = true
      say(form, 'waiting')
      const told = await converse(form.dataset.usbTokenRead ?? '', 'get_cert_info', PATIENCE_SECONDS)
      button.disabled = false
      if (typeof told === 'string') return say(form, told)
      const certificate = certificateIn(told)
      if (certificate === undefined) return say(form, 'unread')
      text.value = certificate
      form.submit()
    })
  }
}

/** Versions of the program put it in different places. */
function certificateIn({ Status, Certificate, CertInfo }: Told): string | undefined {
  if (Status !== 0) return undefined
  return Certificate ?? (typeof CertInfo === 'string' ? CertInfo : CertInfo?.Certificate)
}
