import rows from '../../../data/signing/trust-anchors.json' with { type: 'json' }
import type { Settings } from '../../platform/settings.ts'
import { fingerprint, type Certificate } from '../crypto/certificate.ts'
import { saysDemo } from '../demo-mark.ts'

export type AnchorKind = 'national-root' | 'national-timestamp-root' | 'government-root' | 'test-root'

/** gốc tin cậy: what is known of a root. Knowing is not trusting: that takes the certificate itself, compared and installed. */
export type AnchorRow = {
  code: string
  kind: AnchorKind
  name: string
  owner: string
  covers: string
  /** As sources tell; the certificate's own dates count. */
  statedYears: string | null
  /** SHA-256, lower-case hex; null where no source is known. */
  fingerprint: string | null
  certainty: 'compared-with-owner' | 'one-public-source' | 'made-here'
  source: string
  legalBasis: string
}

export const ANCHOR_ROWS = rows as AnchorRow[]

/** A certificate found in the key folder, with what was noted when it was put there. */
export type InstalledAnchor = {
  certificate: Certificate
  /** Made on this machine for the demonstration, or put into the folder `trust`. */
  from: 'demo' | 'folder'
  note: { as: string | null; source: string; addedAt: string } | null
}

export type AnchorState = 'trusted' | 'not-installed' | 'expired' | 'not-yet' | 'refused-as-demo'

export type AnchorView = {
  row: AnchorRow | null
  name: string
  isRoot: boolean
  isDemo: boolean
  state: AnchorState
  fingerprint: string | null
  /** False when the certificate is another than the row tells. */
  matchesRow: boolean | null
  validFrom: Date | null
  validTo: Date | null
  note: InstalledAnchor['note']
}

type Mode = Settings['mode']

export const isRoot = ({ subjectDer, issuerDer }: Certificate) => subjectDer.equals(issuerDer)

/** Outside a demonstration nothing of a demonstration is believed, wherever it lies. */
export function isBelieved({ certificate, from }: Pick<InstalledAnchor, 'certificate' | 'from'>, mode: Mode): boolean {
  return mode !== 'production' || (from !== 'demo' && !saysDemo(certificate))
}

/** Every known root with the certificate installed for it, then what is installed besides. */
export function anchorViews(installed: readonly InstalledAnchor[], mode: Mode, now: Date): AnchorView[] {
  const belongs = (row: AnchorRow, one: InstalledAnchor) =>
    isRoot(one.certificate) &&
    (row.kind === 'test-root'
      ? one.from === 'demo'
      : one.note?.as === row.code || (row.fingerprint !== null && fingerprint(one.certificate) === row.fingerprint))
  const known = ANCHOR_ROWS.flatMap((row) => {
    const own = installed.filter((one) => belongs(row, one))
    return own.length > 0 ? own.map((one) => viewOf(row, one, mode, now)) : [notInstalled(row)]
  })
  const others = installed.filter((one) => !ANCHOR_ROWS.some((row) => belongs(row, one)))
  return [...known, ...others.map((one) => viewOf(null, one, mode, now))]
}

function notInstalled(row: AnchorRow): AnchorView {
  return {
    row,
    name: row.name,
    isRoot: true,
    isDemo: row.kind === 'test-root',
    state: 'not-installed',
    fingerprint: row.fingerprint,
    matchesRow: null,
    validFrom: null,
    validTo: null,
    note: null,
  }
}

function viewOf(row: AnchorRow | null, one: InstalledAnchor, mode: Mode, now: Date): AnchorView {
  const { certificate, note } = one
  const mark = fingerprint(certificate)
  return {
    row,
    name: certificate.subject.commonName,
    isRoot: isRoot(certificate),
    isDemo: one.from === 'demo' || saysDemo(certificate),
    state: stateOf(one, mode, now),
    fingerprint: mark,
    matchesRow: row?.fingerprint == null ? null : row.fingerprint === mark,
    validFrom: certificate.notBefore,
    validTo: certificate.notAfter,
    note,
  }
}

function stateOf(one: InstalledAnchor, mode: Mode, now: Date): AnchorState {
  if (!isBelieved(one, mode)) return 'refused-as-demo'
  if (now < one.certificate.notBefore) return 'not-yet'
  return now > one.certificate.notAfter ? 'expired' : 'trusted'
}
