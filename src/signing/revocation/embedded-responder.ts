import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../platform/clock.ts'
import type { Certificate } from '../crypto/certificate.ts'
import type { DemoRevocation, WrongAnswer } from '../demo-revocation.ts'

/** Real responders go down, get slow, or answer what may not be believed. */
export type RevocationBehaviour =
  | { mode: 'normal' }
  | { mode: 'down' }
  | { mode: 'slow'; delayMs: number }
  | { mode: 'wrong'; how: WrongAnswer }

export type EmbeddedRevocationServer = {
  url: string
  behaviour(): RevocationBehaviour
  /** `of`: OCSP alone or lists alone, both when left out. */
  behave(behaviour: RevocationBehaviour, of?: 'ocsp' | 'crl'): void
  answered(): { ocsp: number; crl: number }
  close(): Promise<void>
}

/** Bytes; a question about one certificate is about 120. */
const MAX_QUESTION = 4096

/**
 * Answers for the authorities of a demonstration: OCSP by POST and by GET (RFC 6960 appendix A; NSS asks by GET first), lists of
 * revoked certificates, certificates of the authorities.
 */
export async function startRevocationServer(options: {
  revocation: DemoRevocation
  clock: Clock
  host?: string
  port?: number
}): Promise<EmbeddedRevocationServer> {
  const behaviours: Record<'ocsp' | 'crl', RevocationBehaviour> = { ocsp: { mode: 'normal' }, crl: { mode: 'normal' } }
  const answered = { ocsp: 0, crl: 0 }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { kind, name } = placeOf(request.url ?? '/')
    if (!kind) return void response.writeHead(404).end()
    const behaviour = behaviours[kind === 'ocsp' ? 'ocsp' : 'crl']
    if (behaviour.mode === 'down') return void request.socket.destroy()
    if (behaviour.mode === 'slow') await delay(behaviour.delayMs)
    const wrong = behaviour.mode === 'wrong' ? behaviour.how : undefined
    const now = options.clock.now()
    if (kind === 'ocsp') {
      const question = request.method === 'POST' ? await questionOf(request) : Buffer.from(name, 'base64')
      answered.ocsp += 1
      return send(response, 'application/ocsp-response', await options.revocation.answer(question, now, wrong))
    }
    answered.crl += 1
    const bytes =
      kind === 'crl' ? await options.revocation.list(name, now, wrong) : options.revocation.certificate(name)?.der
    if (!bytes) return void response.writeHead(404).end()
    send(response, kind === 'crl' ? 'application/pkix-crl' : 'application/pkix-cert', bytes)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  server.requestTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  })
  const { address, port } = server.address() as AddressInfo
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
    behaviour: () => behaviours.ocsp,
    behave(next, of) {
      if (of !== 'crl') behaviours.ocsp = next
      if (of !== 'ocsp') behaviours.crl = next
    },
    answered: () => ({ ...answered }),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

type Place = { kind: 'ocsp' | 'crl' | 'ca' | undefined; name: string }

/** The paths that `revocationAddresses` writes into certificates. */
function placeOf(path: string): Place {
  const [, kind, rest = ''] = /^\/(ocsp|crl|ca)(?:\/(.+))?$/.exec(path) ?? []
  if (kind === 'ocsp') return { kind, name: decodeURIComponent(rest) }
  const name = rest.replace(/\.(crl|cer)$/, '')
  return kind === 'crl' || kind === 'ca' ? { kind, name } : { kind: undefined, name }
}

export const revocationAddresses = (url: string, authority: string) => ({
  ocsp: `${url}/ocsp`,
  crl: `${url}/crl/${authority}.crl`,
  issuer: `${url}/ca/${authority}.cer`,
})

/** For certificates that were made before, or name an address where the responder does not listen any more. */
export const knownResponders =
  (revocation: DemoRevocation, url: string) =>
  (issuer: Certificate): { ocsp: string; crl: string } | undefined => {
    const name = revocation.nameOf(issuer)
    return name === undefined ? undefined : revocationAddresses(url, name)
  }

function send(response: ServerResponse, type: string, bytes: Buffer): void {
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes)
}

async function questionOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > MAX_QUESTION) throw new Error('the question is too long')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
