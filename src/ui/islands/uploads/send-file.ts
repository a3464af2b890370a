import { Upload, type DetailedError } from 'tus-js-client'
import { uiTexts } from '../../texts.ts'
import { knownAddresses } from './known-addresses.ts'
import { sha256Of } from './sha256-of.ts'

export type Receipt = { name: string; size: number; sha256: string; receiptCode: string; uploadedAt: string }

/** How a sending stands; only `refused` and `received` are ends. */
export type Standing =
  | { state: 'waiting' }
  | { state: 'sending' | 'cut'; percent: number }
  /** The server wants something of the person first, such as signing in. */
  | { state: 'stopped'; percent: number; why: string }
  | { state: 'checking' }
  | { state: 'received'; id: string; receipt: Receipt }
  | { state: 'refused'; why: string }

export type Sending = {
  start(): void
  /** Goes on at once instead of at the next try. */
  goOn(): void
  drop(): void
}

type Options = { token: string; purpose: string; origin: string; tell: (standing: Standing) => void }

const UPLOADS_PATH = '/tai-len'
/** Proxies that hold a request back until it is whole lose at most this much at a cut. */
const CHUNK = 2 * 1024 * 1024
const PAUSES = [1, 2, 5, 10, 20, 30].map((seconds) => seconds * 1000)
const LATER = new Set([408, 409, 423, 425, 429])

/** Sends one file and gets its receipt; tries again by itself, without end, while the page is open. */
export function sendFile(file: File, { token, purpose, origin, tell }: Options): Sending {
  const headers = { 'x-form-token': token, accept: 'application/problem+json' }
  let percent = 0
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDropped = false
  let sha256: string | undefined
  const metadata: Record<string, string> = { filename: file.name, purpose, origin }
  let again: () => void = () => undefined

  const upload = new Upload(file, {
    endpoint: UPLOADS_PATH,
    headers,
    chunkSize: CHUNK,
    retryDelays: null,
    metadata,
    urlStorage: knownAddresses,
    fingerprint: async () => (sha256 === undefined ? '' : `motcua ${sha256} ${purpose}`),
    removeFingerprintOnSuccess: true,
    onProgress: (sent, total) => {
      tries = 0
      percent = total === 0 ? 0 : Math.floor((sent / total) * 100)
      tell({ state: 'sending', percent })
    },
    onSuccess: () => void finish(),
    onError: (error) => {
      const response = (error as DetailedError).originalResponse
      failed(response?.getStatus() ?? 0, response?.getBody() ?? '', () => upload.start())
    },
  })

  /** No answer, or one that may be another next time: try later. What is refused for good says why. */
  function failed(status: number, body: string, retry: () => void): void {
    if (isDropped) return
    again = retry
    if (status === 401 || status === 403 || status === 507) tell({ state: 'stopped', percent, why: titleIn(body) })
    else if (status === 0 || status >= 500 || LATER.has(status)) wait()
    else tell({ state: 'refused', why: titleIn(body) })
  }

  function wait(): void {
    tell({ state: 'cut', percent })
    timer = setTimeout(goOn, PAUSES[Math.min(tries, PAUSES.length - 1)])
    window.addEventListener('online', goOn, { once: true })
    tries += 1
  }

  function goOn(): void {
    clearTimeout(timer)
    window.removeEventListener('online', goOn)
    if (!isDropped) again()
  }

  async function finish(): Promise<void> {
    tell({ state: 'checking' })
    const answer = await fetch(`${upload.url}/xong`, { method: 'POST', headers }).catch(() => undefined)
    if (isDropped) return
    if (!answer?.ok)
      return failed(answer?.status ?? 0, (await answer?.text().catch(() => '')) ?? '', () => void finish())
    const receipt = (await answer.json()) as Receipt
    if (sha256 !== undefined && receipt.sha256 !== sha256) return tell({ state: 'refused', why: uiTexts.uploadChanged })
    tell({ state: 'received', id: upload.url?.split('/').at(-1) ?? '', receipt })
  }

  return {
    async start() {
      sha256 = await sha256Of(file)
      // By this the server knows a file again whose beginning nobody heard of, or that another device began.
      if (sha256 !== undefined) metadata.sha256 = sha256
      const [earlier] = await upload.findPreviousUploads()
      if (earlier) upload.resumeFromPreviousUpload(earlier)
      if (!isDropped) upload.start()
    },
    goOn,
    drop() {
      isDropped = true
      clearTimeout(timer)
      window.removeEventListener('online', goOn)
      // What cannot be told to the server now is forgotten there in time.
      void upload.abort(true).catch(() => undefined)
    },
  }
}

/** What the server says to people; nothing when something else answered. */
function titleIn(body: string): string {
  try {
    return String((JSON.parse(body) as { title?: string }).title ?? '')
  } catch {
    return ''
  }
}
