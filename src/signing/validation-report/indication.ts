import type { ReportReason } from '../verification/report.ts'

/** EN 319 102-1, 5.1.3: what came out, and why it did not pass (tables 5 and 6). */
export type MainIndication = 'TOTAL-PASSED' | 'INDETERMINATE' | 'TOTAL-FAILED'
export type SubIndication =
  | 'FORMAT_FAILURE'
  | 'HASH_FAILURE'
  | 'SIG_CRYPTO_FAILURE'
  | 'NOT_YET_VALID'
  | 'SIG_CONSTRAINTS_FAILURE'
  | 'CHAIN_CONSTRAINTS_FAILURE'
  | 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'
  | 'TIMESTAMP_ORDER_FAILURE'
  | 'NO_SIGNING_CERTIFICATE_FOUND'
  | 'NO_CERTIFICATE_CHAIN_FOUND'
  | 'REVOKED_NO_POE'
  | 'OUT_OF_BOUNDS_NO_POE'
  | 'NO_POE'
  | 'SIGNED_DATA_NOT_FOUND'

export type Indication = { main: MainIndication; sub: SubIndication[] }

type Meaning = { main: Exclude<MainIndication, 'TOTAL-PASSED'>; sub: SubIndication } | undefined

const failed = (sub: SubIndication): Meaning => ({ main: 'TOTAL-FAILED', sub })
const open = (sub: SubIndication): Meaning => ({ main: 'INDETERMINATE', sub })

/** The standard knows no forbidden change of a PDF: it counts as a format that is not what was signed. */
const CHANGED = failed('FORMAT_FAILURE')

const MEANINGS = {
  unreadable: failed('FORMAT_FAILURE'),
  encrypted: failed('FORMAT_FAILURE'),
  'too-large': open('SIGNED_DATA_NOT_FOUND'),
  'too-many-signatures': open('SIGNED_DATA_NOT_FOUND'),
  'active-content': open('SIG_CONSTRAINTS_FAILURE'),
  'signature-detached': CHANGED,
  'byte-range-wrong': failed('FORMAT_FAILURE'),
  'contents-wrong': failed('FORMAT_FAILURE'),
  'signature-format-unknown': failed('FORMAT_FAILURE'),
  'signature-unreadable': failed('FORMAT_FAILURE'),
  'content-changed': CHANGED,
  'object-removed': CHANGED,
  'hidden-object-activated': CHANGED,
  'catalog-changed': CHANGED,
  'form-changed': CHANGED,
  'page-changed': CHANGED,
  'annotation-added': CHANGED,
  'field-changed': CHANGED,
  'fill-not-signed': CHANGED,
  'signature-covers-page': CHANGED,
  'signature-covers-text': CHANGED,
  'not-permitted-by-certification': CHANGED,
  'digest-mismatch': failed('HASH_FAILURE'),
  'signature-invalid': failed('SIG_CRYPTO_FAILURE'),
  'weak-algorithm': open('CRYPTO_CONSTRAINTS_FAILURE_NO_POE'),
  'wrong-signing-certificate': open('NO_SIGNING_CERTIFICATE_FOUND'),
  'wrong-content-type': failed('FORMAT_FAILURE'),
  'no-trusted-root': open('NO_CERTIFICATE_CHAIN_FOUND'),
  'certificate-expired': open('OUT_OF_BOUNDS_NO_POE'),
  'certificate-not-yet-valid': failed('NOT_YET_VALID'),
  'certificate-not-for-signing': open('CHAIN_CONSTRAINTS_FAILURE'),
  'authority-not-allowed': open('CHAIN_CONSTRAINTS_FAILURE'),
  'timestamp-invalid': failed('SIG_CRYPTO_FAILURE'),
  'timestamp-not-for-this': failed('HASH_FAILURE'),
  'timestamp-untrusted': open('NO_POE'),
  'timestamp-expired': open('NO_POE'),
  'timestamp-authority-revoked': open('NO_POE'),
  'timestamp-in-future': open('TIMESTAMP_ORDER_FAILURE'),
  // No proof shows that it was made before.
  'certificate-revoked': open('REVOKED_NO_POE'),
  // A signature at level B-B is complete without one.
  'no-timestamp': undefined,
} satisfies Record<ReportReason, Meaning>

const RANK = { 'TOTAL-PASSED': 0, INDETERMINATE: 1, 'TOTAL-FAILED': 2 } satisfies Record<MainIndication, number>

/** The worst that was found, with every reason of that weight. */
export function indicationOf(reasons: readonly ReportReason[]): Indication {
  const found = reasons.flatMap((reason) => MEANINGS[reason] ?? [])
  const main = found.reduce<MainIndication>(
    (worst, one) => (RANK[one.main] > RANK[worst] ? one.main : worst),
    'TOTAL-PASSED',
  )
  return { main, sub: [...new Set(found.filter((one) => one.main === main).map((one) => one.sub))] }
}
