import { sameValue } from '../pdf/objects.ts'
import type { Budget } from '../pdf/objects.ts'
import { changesAllowed } from '../pdf/certification.ts'
import { readPdf } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { findSignatures } from './find-signatures.ts'
import type { FoundSignature } from './find-signatures.ts'
import type { LaterChange, SignatureReport } from './report.ts'
import { diffRevisions } from './revision-diff.ts'

const NOBODY_SIGNED = { signature: undefined, mayFill: () => false, maySign: () => false }

/**
 * Goes from signature to signature and to the end of the file, and tells every signature what came after it; a change that
 * is not allowed spoils all before it. Changes the reports.
 */
export function checkRevisions(
  file: PdfFile,
  found: FoundSignature[],
  reports: SignatureReport[],
  budget: Budget,
): void {
  const steps = found.flatMap((signature, index) =>
    signature.range ? [{ signature, index, end: signature.range.end }] : [],
  )
  let before: PdfFile | undefined
  const tell = (upTo: number, changes: LaterChange[]) => {
    const problems = changes.flatMap((change) => (change.kind === 'forbidden' ? [change.problem] : []))
    for (const report of reports.slice(0, upTo)) {
      report.changesAfter.push(...changes)
      if (problems.length > 0) spoil(report, problems)
    }
  }
  for (const { signature, index, end } of steps) {
    const revision = end === file.bytes.length ? file : readPdf(file.bytes.subarray(0, end), budget)
    const report = reports[index]
    // The signature must have stood in the form when it was made, as it stands there now.
    const own = findSignatures(revision).find((one) => one.fieldName === signature.fieldName)
    if (!own || !sameValue(own.dict, signature.dict)) {
      for (const spoilt of reports.slice(0, index + 1)) spoil(spoilt, ['signature-detached'])
    }
    if (before && report) {
      const isTimestamp = report.kind === 'document-timestamp'
      const { level, locks } = changesAllowed(before)
      const permission = {
        signature: signature.objectNumber,
        mayFill: (fieldName: string) => level >= 2 && !locks(fieldName),
        // Proof of time may always be added (ISO 32000-2, 12.8.2.2.2).
        maySign: (fieldName: string) => isTimestamp || (level >= 2 && !locks(fieldName)),
      }
      const kind = isTimestamp ? 'timestamped' : 'signed'
      const pages = signature.place ? [signature.place.page] : []
      const { fieldName, signer } = report
      tell(index, [
        ...diffRevisions(before, revision, permission),
        { kind, fieldName, signer: signer.commonName, pages },
      ])
    }
    before = revision
  }
  if (before && before.bytes.length < file.bytes.length) {
    tell(reports.length, diffRevisions(before, file, NOBODY_SIGNED))
  }
}

function spoil(report: SignatureReport, reasons: SignatureReport['reasons']): void {
  report.integrity = report.integrity === 'broken' ? 'broken' : 'altered'
  report.trusted = false
  report.reasons = [...new Set([...report.reasons, ...reasons])]
}
