import { sameValue } from '../pdf/objects.ts'
import type { Budget, PdfDict } from '../pdf/objects.ts'
import { readPdf } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { findSignatures } from './find-signatures.ts'
import type { FoundSignature } from './find-signatures.ts'
import type { SignatureReport } from './report.ts'
import { diffRevisions } from './revision-diff.ts'

/**
 * Goes from signature to signature and to the end of the file; a change that is not allowed spoils every signature before
 * it. Changes the reports.
 */
export function checkRevisions(
  file: PdfFile,
  found: FoundSignature[],
  reports: SignatureReport[],
  budget: Budget,
): { filledTexts: { fieldName: string; text: string }[] } {
  const filledTexts: { fieldName: string; text: string }[] = []
  const steps = found.flatMap((signature, index) =>
    signature.range ? [{ signature, index, end: signature.range.end }] : [],
  )
  let before: PdfFile | undefined
  let level = 3
  const spoil = (upTo: number, reasons: SignatureReport['reasons']) => {
    for (const report of reports.slice(0, upTo)) {
      report.integrity = report.integrity === 'broken' ? 'broken' : 'altered'
      report.trusted = false
      report.reasons = [...new Set([...report.reasons, ...reasons])]
    }
  }
  for (const { signature, index, end } of steps) {
    const revision = end === file.bytes.length ? file : readPdf(file.bytes.subarray(0, end), budget)
    // The signature must have stood in the form when it was made, as it stands there now.
    const own = findSignatures(revision).find((one) => one.fieldName === signature.fieldName)
    if (!own || !sameValue(own.dict, signature.dict)) spoil(index + 1, ['signature-detached'])
    if (before) {
      const isTimestamp = reports[index]?.kind === 'document-timestamp'
      const permission = {
        signature: signature.objectNumber,
        fillAllowed: level >= 2,
        signAllowed: level >= 2 || isTimestamp,
      }
      const diff = diffRevisions(before, revision, permission)
      if (diff.problems.length > 0) spoil(index, diff.problems)
      filledTexts.push(...diff.filledTexts)
    }
    level = Math.min(level, certificationLevel(file, signature.dict))
    before = revision
  }
  if (before && before.bytes.length < file.bytes.length) {
    const diff = diffRevisions(before, file, { signature: undefined, fillAllowed: false, signAllowed: false })
    if (diff.problems.length > 0) spoil(reports.length, diff.problems)
  }
  return { filledTexts }
}

/** P of DocMDP, ISO 32000-1 table 254: 1 nothing, 2 filling in and signing, 3 also comments (never allowed here). */
function certificationLevel(file: PdfFile, signature: PdfDict): number {
  const references = file.resolve(signature.entries.get('Reference'))
  for (const reference of Array.isArray(references) ? references : []) {
    const parameters = file.dict(file.dict(reference)?.entries.get('TransformParams'))
    const level = file.resolve(parameters?.entries.get('P'))
    if (typeof level === 'number') return level
  }
  return 3
}
