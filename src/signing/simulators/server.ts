import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../../platform/clock.ts'
import { simulatorPolicy } from '../../platform/operations/simulator-page.tsx'
import type { SimulatorControl, SimulatorState } from '../../platform/operations/simulators.ts'
import type { KeyFolder } from '../key-folder.ts'
import type { MysignAccount } from '../signers/mysign/mysign.ts'
import type { SmartcaAccount } from '../signers/smartca/smartca.ts'
import { readBody, readText, type Answer } from './answer.ts'
import { CSC_BASE, cscService, type CscService } from './csc.ts'
import { mysignService } from './mysign.ts'
import { noticeSender, type NoticeDoors } from './notices.ts'
import { PHONES_PATH, missingPage, phonePage, phonesPage } from './phone-pages.tsx'
import { openPhones, type PhoneService, type Phones } from './phones.ts'
import { answerSmartca } from './smartca.ts'
import { phoneTexts } from './texts.ts'

/** Paths below the server's address; the clients' addresses end so. */
export const SMARTCA_BASE = '/sca/sp769'
export const MYSIGN_BASE = '/vtss/service'

export type RemoteSigningServer = {
  url: string
  phones: Phones
  csc: CscService
  controls: SimulatorControl[]
  /** MySign gives bare signatures or PKCS#7, depending on the product bought. */
  useEnvelopes(use: boolean): void
  close(): Promise<void>
}

type Options = {
  keys: KeyFolder
  clock: Clock
  smartca: Omit<SmartcaAccount, 'url'>
  mysign: Omit<MysignAccount, 'url'>
  csc?: { clientId: string; clientSecret: string }
  doors?: NoticeDoors
  host?: string
  port?: number
  slowMs?: number
  lateMs?: number
}

const STATES: SimulatorState[] = [
  'normal',
  'slow',
  'wrong',
  'down',
  'late',
  'twice',
  'declines',
  'expires',
  'exhausted',
  'revoked',
]

const CSC_STATES = STATES.filter((state) => state !== 'twice')

/** VNPT SmartCA, Viettel MySign and a service of the Cloud Signature Consortium's API, of invented people, with their telephones, on one port of this machine. */
export async function startRemoteSigning(options: Options): Promise<RemoteSigningServer> {
  const { keys, clock, smartca, mysign, doors = {}, slowMs = 4_000, lateMs = 20_000 } = options
  const phones = openPhones({ keys, clock, lateMs })
  const notices = noticeSender({ phones, doors, spId: smartca.spId, lateMs })
  phones.onAnswer(notices.tell)
  let inEnvelopes = false
  const csc = cscService({ keys, clock, lateMs, ...(options.csc ?? { clientId: '', clientSecret: '' }) })
  const answerMysign = mysignService(phones, mysign, clock, () => inEnvelopes)

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path.startsWith(PHONES_PATH)) return showPhone(phones, path, request, response)
    if (path.startsWith(`${CSC_BASE}/`)) return respondAsCsc(path, request, response)
    const service = serviceOf(path)
    if (!service) return sendPage(response, 404, missingPage())
    const state = phones.state(service)
    if (state === 'down') return void request.socket.destroy()
    const body: unknown = JSON.parse((await readText(request)) || '{}')
    const answer =
      service === 'smartca'
        ? await answerSmartca(phones, smartca, path.slice(SMARTCA_BASE.length + 1), body)
        : await answerMysign(path.slice(MYSIGN_BASE.length + 1), body, request.headers.authorization ?? '')
    // The worst kind of slow: done, and the answer comes when nobody waits for it any more.
    if (state === 'slow') await pause(slowMs)
    sendJson(response, answer)
  }

  async function respondAsCsc(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (csc.state() === 'down') return void request.socket.destroy()
    const answer = await csc.answer(path, await readBody(request), request.headers.authorization ?? '')
    if (csc.state() === 'slow') await pause(slowMs)
    sendJson(response, answer ?? { status: 404, body: {} })
  }

  const server = createServer((request, response) => {
    respond(request, response).catch(() => sendJson(response, { status: 400, body: { message: 'BAD_REQUEST' } }))
  })
  server.requestTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    phones,
    csc,
    controls: [
      ...(['smartca', 'mysign'] as const).map((name) => ({
        name,
        states: STATES,
        state: () => phones.state(name),
        set: (state: SimulatorState) => phones.set(name, state),
      })),
      { name: 'csc', states: CSC_STATES, state: csc.state, set: csc.set },
    ],
    useEnvelopes: (use) => void (inEnvelopes = use),
    async close() {
      await notices.stop()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

const serviceOf = (path: string): PhoneService | undefined =>
  path.startsWith(`${SMARTCA_BASE}/`) ? 'smartca' : path.startsWith(`${MYSIGN_BASE}/`) ? 'mysign' : undefined

const PHONE_PATH = /^\/dien-thoai\/(smartca|mysign)\/(\w+)(?:\/([\w-]+))?$/

async function showPhone(
  phones: Phones,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (path === PHONES_PATH) return sendPage(response, 200, phonesPage(phones.owners()))
  const [, service, personalId = '', id] = PHONE_PATH.exec(path) ?? []
  const owner = phones.owner(service as PhoneService, personalId)
  if (!owner) return sendPage(response, 404, missingPage())
  const show = (said?: Parameters<typeof phonePage>[2]) =>
    sendPage(response, said?.tone === 'problem' ? 422 : 200, phonePage(owner, phones.waiting(owner), said))
  if (id === undefined || request.method !== 'POST') return show()
  const form = new URLSearchParams(await readText(request))
  const asked = phones.find(owner.service, id)
  if (!asked || asked.owner !== owner || phones.standing(asked) !== 'waiting') {
    return show({ tone: 'problem', words: phoneTexts.gone })
  }
  if (form.get('tra-loi') === 'tu-choi') {
    phones.decline(asked)
    return show({ tone: 'ok', words: phoneTexts.declined })
  }
  const outcome = await phones.confirm(asked, form.get('pin') ?? '')
  if (outcome === 'confirmed') return show({ tone: 'ok', words: phoneTexts.confirmed })
  show({ tone: 'problem', words: outcome === 'gone' ? phoneTexts.gone : phoneTexts.wrongPin })
}

function sendJson(response: ServerResponse, { status, body }: Answer): void {
  if (response.headersSent) return void response.end()
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': simulatorPolicy(),
  })
  response.end(html)
}
