import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { TokenAction } from '../token-pass.ts'
import { simulatorTexts } from './texts.ts'
import { acceptWebSocket } from './web-socket.ts'

/** A token as the local program sees it: a certificate, and a way to sign a whole PDF. */
export type InsertedToken = { certificate: Uint8Array; sign(pdf: Buffer, action: string): Promise<Uint8Array> }

/** What the page sends, in the protocol's own names. */
export type LocalOrder = {
  FileUploadHandler: string
  FileName: string
  SessionId: string
  JWTToken: string
  MetaData: { Key: string; Value: string }[]
}

export type LocalBehaviour =
  | 'normal'
  | 'cancelled' // the officer closes its window
  | 'wrong-pin'
  | 'changes-document'
  | 'uploads-twice'
  | 'never-answers'
  | 'slow'
  | 'down'

export type LocalSigner = {
  /** As pages call it: `wss://127.0.0.1:<port>`. */
  address: string
  behaviour(): LocalBehaviour
  behave(behaviour: LocalBehaviour): void
  /** Nothing: no token is in the machine. */
  insert(token: InsertedToken | undefined): void
  close(): Promise<void>
}

export type LocalSignerOptions = {
  port: number
  tls: Pick<ServerOptions, 'key' | 'cert'>
  /** Pages that may give it work. */
  origins: readonly string[]
  /** Its own page, in which a browser is told to believe it. */
  answer?(request: IncomingMessage, response: ServerResponse): Promise<void>
}

const ACTIONS: readonly string[] = [
  'SignApproved',
  'SignIssued',
  'SignCopy',
  'SignAppendix',
  'Comment',
] satisfies TokenAction[]

type Answer = { Status: number; Message: string; FileName?: string; FileServer?: string; Certificate?: string }
const OK = 0
const FAILED = 1
const CANCELLED = 11

/**
 * Stands in for the signing program of the Government Cipher Committee on an officer's machine: a TLS WebSocket on the loopback
 * address, one conversation for each action. It fetches, signs and brings back as the real one does.
 */
export async function startLocalSigner({
  port,
  tls,
  origins,
  answer: show = noPage,
}: LocalSignerOptions): Promise<LocalSigner> {
  let behaviour: LocalBehaviour = 'normal'
  let inserted: InsertedToken | undefined
  const server = createServer(tls, (request, response) => {
    if (behaviour === 'down') return void request.socket.destroy()
    show(request, response).catch(() => response.destroy())
  })
  server.on('upgrade', (request, socket) => {
    if (behaviour === 'down') return void socket.destroy()
    if (!origins.includes(request.headers.origin ?? '')) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    const { message, answer } = acceptWebSocket(request, socket)
    void message.then(async (text) => {
      if (text === undefined || behaviour === 'never-answers') return
      const told = await work((request.url ?? '').slice(1), text, behaviour, inserted).catch((error: unknown) => ({
        Status: FAILED,
        Message: error instanceof Error ? error.message : String(error),
      }))
      answer(JSON.stringify(told))
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `wss://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behaviour: () => behaviour,
    behave: (next) => void (behaviour = next),
    insert: (token) => void (inserted = token),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const noPage = async (_: IncomingMessage, response: ServerResponse) => void response.writeHead(204).end()

async function work(
  action: string,
  text: string,
  behaviour: LocalBehaviour,
  token: InsertedToken | undefined,
): Promise<Answer> {
  if (!token) return { Status: FAILED, Message: simulatorTexts.noToken }
  if (behaviour === 'slow') await pause(4_000)
  if (action === 'GetCertInfo') {
    return { Status: OK, Message: '', Certificate: Buffer.from(token.certificate).toString('base64') }
  }
  if (!ACTIONS.includes(action)) return { Status: FAILED, Message: simulatorTexts.unknownAction }
  const order = JSON.parse(text) as LocalOrder
  const fetched = await fetch(order.FileName)
  if (!fetched.ok) return { Status: FAILED, Message: simulatorTexts.notFetched }
  const pdf = Buffer.from(await fetched.arrayBuffer())
  if (behaviour === 'cancelled') return { Status: CANCELLED, Message: simulatorTexts.cancelled }
  if (behaviour === 'wrong-pin') return { Status: FAILED, Message: simulatorTexts.wrongPin }
  const signed = await token.sign(behaviour === 'changes-document' ? changed(pdf) : pdf, action)
  const first = await bringBack(order, signed)
  return behaviour === 'uploads-twice' ? bringBack(order, signed) : first
}

async function bringBack({ FileUploadHandler }: LocalOrder, signed: Uint8Array): Promise<Answer> {
  const form = new FormData()
  form.append('uploadfile', new Blob([new Uint8Array(signed)], { type: 'application/pdf' }), 'signed.pdf')
  const response = await fetch(FileUploadHandler, { method: 'POST', body: form })
  const told = (await response.json()) as { Status: boolean; Message: string; FileName: string; FileServer: string }
  return { ...told, Status: told.Status ? OK : FAILED }
}

/** One letter of a page's content altered before it is signed: what a virus on that machine would do. */
function changed(pdf: Buffer): Buffer {
  const altered = Buffer.from(pdf)
  const at = altered.indexOf('/MediaBox')
  altered.write('/MediaBoz', at < 0 ? 20 : at, 'latin1')
  return altered
}
