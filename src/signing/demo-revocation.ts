import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyObject } from 'node:crypto'
import type { Certificate } from './crypto/certificate.ts'
import { issueCrl } from './crypto/crl.ts'
import { issueOcsp, refuseOcsp, OCSP_REFUSALS } from './crypto/issue-ocsp.ts'
import { isIdOf, readOcspRequest } from './crypto/ocsp.ts'
import type { OcspQuery } from './crypto/ocsp.ts'
import { writeDurably } from './durable-file.ts'
import { REVOCATION_REASONS } from './revocation/certificate-status.ts'
import type { RevocationReason } from './revocation/certificate-status.ts'

/** An authority of the demonstration with those who answer for it. Keys are opened when first needed. */
export type AnsweringAuthority = {
  name: string
  certificate: Certificate
  open(): Promise<KeyObject>
  /** Undefined: the authority answers by its own key. */
  responder?: { certificate: Certificate; open(): Promise<KeyObject> }
  listHours: number
}

/** Answers that a relying party must not believe. */
export type WrongAnswer = 'stale' | 'other-signer' | 'garbage' | 'try-later'

/** What the authorities of a demonstration say about their certificates. */
export type DemoRevocation = {
  /** An OCSPResponse to an OCSPRequest. */
  answer(request: Uint8Array, now: Date, wrong?: WrongAnswer): Promise<Buffer>
  /** The list of revoked certificates; undefined for an authority that is not there. */
  list(authority: string, now: Date, wrong?: WrongAnswer): Promise<Buffer | undefined>
  certificate(authority: string): Certificate | undefined
  /** Of an authority of this demonstration. */
  nameOf(issuer: Certificate): string | undefined
  /** Takes a certificate back, for good. A second time changes nothing. */
  revoke(certificate: Certificate, revocation: { at: Date; reason: RevocationReason }): Promise<void>
}

const OCSP_HOURS = 4
const HOUR = 3_600_000
const FILE = 'revoked.json'

type Revoked = { issuer: string; serial: string; at: string; reason: RevocationReason }

export function openDemoRevocation(options: {
  folder: string
  authorities: AnsweringAuthority[]
  /** Signs wrong answers: it may not answer for anybody. */
  stranger: { certificate: Certificate; open(): Promise<KeyObject> }
}): DemoRevocation {
  const path = join(options.folder, FILE)
  const revoked = async (authority: AnsweringAuthority) =>
    (await readRevoked(path))
      .filter(({ issuer }) => issuer === authority.name)
      .map(({ serial, at, reason }) => ({
        serialDer: Buffer.from(serial, 'hex'),
        at: new Date(at),
        reason: REVOCATION_REASONS.indexOf(reason),
      }))
  const named = (name: string) => options.authorities.find((one) => one.name === name)
  const window = (now: Date, hours: number, wrong: WrongAnswer | undefined) => {
    const from = new Date(now.getTime() - (wrong === 'stale' ? 10 * hours * HOUR : 0))
    return { thisUpdate: from, nextUpdate: new Date(from.getTime() + hours * HOUR) }
  }
  return {
    async answer(request, now, wrong) {
      if (wrong === 'garbage') return Buffer.from('<html>')
      if (wrong === 'try-later') return refuseOcsp(OCSP_REFUSALS.tryLater)
      const query = readQuery(request)
      const [first] = query?.ids ?? []
      if (!query || !first) return refuseOcsp(OCSP_REFUSALS.malformed)
      const authority = options.authorities.find((one) => isIdOf(first.id, first.serialDer, one.certificate))
      if (!authority) return refuseOcsp(OCSP_REFUSALS.unauthorised)
      const list = await revoked(authority)
      const signer = wrong === 'other-signer' ? options.stranger : (authority.responder ?? authority)
      return issueOcsp({
        query,
        statusOf({ id, serialDer }) {
          if (!isIdOf(id, serialDer, authority.certificate)) return { state: 'unknown' }
          const found = list.find((one) => one.serialDer.equals(serialDer))
          return found ? { state: 'revoked', ...found } : { state: 'good' }
        },
        responder: { certificate: signer.certificate, privateKey: await signer.open() },
        isDelegated: signer !== authority,
        ...window(now, OCSP_HOURS, wrong),
      })
    },
    async list(name, now, wrong) {
      const authority = named(name)
      if (!authority) return undefined
      if (wrong === 'garbage' || wrong === 'try-later') return Buffer.from('<html>')
      return issueCrl({
        issuer: authority.certificate,
        issuerKey: await (wrong === 'other-signer' ? options.stranger : authority).open(),
        number: Math.floor(now.getTime() / 1000),
        revoked: await revoked(authority),
        ...window(now, authority.listHours, wrong),
      })
    },
    certificate: (name) => named(name)?.certificate,
    nameOf: (issuer) => options.authorities.find((one) => one.certificate.der.equals(issuer.der))?.name,
    async revoke(certificate, { at, reason }) {
      const authority = options.authorities.find((one) => one.certificate.subjectDer.equals(certificate.issuerDer))
      if (!authority) throw new Error('not a certificate of this demonstration')
      const serial = certificate.serialDer.toString('hex')
      const known = await readRevoked(path)
      if (known.some((one) => one.issuer === authority.name && one.serial === serial)) return
      const added: Revoked = { issuer: authority.name, serial, at: at.toISOString(), reason }
      await writeDurably(path, JSON.stringify([...known, added], null, 1))
    },
  }
}

function readQuery(request: Uint8Array): OcspQuery | undefined {
  try {
    return readOcspRequest(request)
  } catch {
    return undefined
  }
}

async function readRevoked(path: string): Promise<Revoked[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]'
    throw error
  })
  return JSON.parse(text) as Revoked[]
}
