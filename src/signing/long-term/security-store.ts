import { createHash } from 'node:crypto'
import { readCertificate } from '../crypto/certificate.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { decodeStream } from '../pdf/flate.ts'
import { PdfError, dict, isRef, isStream, name, newBudget, withEntries } from '../pdf/objects.ts'
import type { Budget, PdfDict, PdfStream, PdfValue } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import { startIncrement } from '../pdf/increment.ts'
import type { SignedAnswer } from '../revocation/certificate-status.ts'

/** What is needed to check signatures later: certificates of the chains and signed answers about them. */
export type ValidationData = { certificates: Certificate[]; answers: SignedAnswer[] }

/** Where the bytes of a stored item end: a time stamp over more than this proves that it existed. */
export type Stored<T> = T & { endsAt: number }
export type SecurityStore = { certificates: Stored<{ certificate: Certificate }>[]; answers: Stored<SignedAnswer>[] }

/** More than any honest file holds: thirty-two signers with their authorities. */
const MAX_ITEMS = 1000

/** The Document Security Store of a file (ISO 32000-2 12.8.4.3). What cannot be read is left out: it proves nothing. */
export function readSecurityStore(file: PdfFile, budget: Budget = newBudget()): SecurityStore {
  const store = storeOf(file)
  const items = (key: string) => {
    const list = file.resolve(store?.entries.get(key))
    if (Array.isArray(list) && list.length > MAX_ITEMS) throw new PdfError('too-large', 'too much validation data')
    return (Array.isArray(list) ? list : []).flatMap((item) => {
      const stream = file.resolve(item)
      if (!isStream(stream)) return []
      const endsAt = stream.data.byteOffset - file.bytes.byteOffset + stream.data.length
      const der = decoded(stream, budget)
      return der ? [{ der, endsAt }] : []
    })
  }
  return {
    certificates: items('Certs').flatMap(({ der, endsAt }) => {
      const certificate = readable(der)
      return certificate ? [{ certificate, endsAt }] : []
    }),
    answers: [
      ...items('OCSPs').map((item) => ({ kind: 'ocsp' as const, ...item })),
      ...items('CRLs').map((item) => ({ kind: 'crl' as const, ...item })),
    ],
  }
}

const storeOf = (file: PdfFile): PdfDict | undefined => file.dict(file.dict(file.rootRef)?.entries.get('DSS'))

function decoded(stream: PdfStream, budget: Budget): Buffer | undefined {
  try {
    return Buffer.from(decodeStream(stream, budget))
  } catch (error) {
    if (error instanceof PdfError && error.code === 'malformed') return undefined
    throw error
  }
}

function readable(der: Buffer): Certificate | undefined {
  try {
    return readCertificate(der)
  } catch {
    return undefined
  }
}

/** The file with more validation data appended; undefined when it has all of it. */
export function addToSecurityStore(file: PdfFile, data: ValidationData): Buffer | undefined {
  const known = readSecurityStore(file)
  const has = new Set([
    ...known.certificates.map(({ certificate }) => digestOf(certificate.der)),
    ...known.answers.map(({ der }) => digestOf(der)),
  ])
  const fresh = (list: Uint8Array[]) => list.filter((der) => !has.has(digestOf(der)) && has.add(digestOf(der)))
  const added = {
    Certs: fresh(data.certificates.map(({ der }) => der)),
    OCSPs: fresh(data.answers.filter(({ kind }) => kind === 'ocsp').map(({ der }) => der)),
    CRLs: fresh(data.answers.filter(({ kind }) => kind === 'crl').map(({ der }) => der)),
  }
  if (Object.values(added).every((list) => list.length === 0)) return undefined
  const increment = startIncrement(file)
  const catalog = file.dict(file.rootRef)
  if (!catalog) throw new PdfError('malformed', 'no catalog')
  const old = storeOf(file) ?? dict({ Type: name('DSS') })
  const entries: Record<string, PdfValue> = {}
  for (const [key, list] of Object.entries(added)) {
    if (list.length === 0) continue
    const before = file.resolve(old.entries.get(key))
    const streams = list.map((data) => increment.add({ kind: 'stream', dict: dict({}), data }))
    entries[key] = [...(Array.isArray(before) ? before : []), ...streams]
  }
  const place = catalog.entries.get('DSS')
  if (isRef(place)) increment.set(place, withEntries(old, entries))
  else increment.set(file.rootRef, withEntries(catalog, { DSS: increment.add(withEntries(old, entries)) }))
  return increment.finish().bytes
}

const digestOf = (der: Uint8Array) => createHash('sha256').update(der).digest('base64')
