import { nameOf, sameValue } from '../pdf/objects.ts'
import type { Budget, PdfDict } from '../pdf/objects.ts'
import { readPdf } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { findSignatures } from './find-signatures.ts'
import type { FoundSignature } from './find-signatures.ts'
import type { LaterChange, SignatureReport } from './report.ts'
import { diffRevisions } from './revision-diff.ts'

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
  let level = 3
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
      const permission = {
        signature: signature.objectNumber,
        fillAllowed: level >= 2,
        signAllowed: level >= 2 || isTimestamp,
      }
      const kind = isTimestamp ? 'timestamped' : 'signed'
      const pages = signature.place ? [signature.place.page] : []
      const { fieldName, signer } = report
      tell(index, [
        ...diffRevisions(before, revision, permission),
        { kind, fieldName, signer: signer.commonName, pages },
      ])
    }
    level = Math.min(level, certificationLevel(file, signature.dict))
    before = revision
  }
  if (before && before.bytes.length < file.bytes.length) {
    tell(reports.length, diffRevisions(before, file, { signature: undefined, fillAllowed: false, signAllowed: false }))
  }
}

function spoil(report: SignatureReport, reasons: SignatureReport['reasons']): void {
  report.integrity = report.integrity === 'broken' ? 'broken' : 'altered'
  report.trusted = false
  report.reasons = [...new Set([...report.reasons, ...reasons])]
}

/** P of DocMDP, ISO 32000-1 table 254: 1 nothing, 2 filling in and signing (also when left out), 3 also comments. */
function certificationLevel(file: PdfFile, signature: PdfDict): number {
  const references = file.resolve(signature.entries.get('Reference'))
  for (const reference of Array.isArray(references) ? references : []) {
    const entries = file.dict(reference)?.entries
    if (nameOf(file.resolve(entries?.get('TransformMethod'))) !== 'DocMDP') continue
    const level = file.resolve(file.dict(entries?.get('TransformParams'))?.entries.get('P'))
    return typeof level === 'number' ? level : 2
  }
  return 3
}
