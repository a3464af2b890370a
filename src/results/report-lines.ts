import { formatDateTime } from '../platform/dates.ts'
import { refusalSentence as fill } from '../platform/refusal.ts'
import {
  changeText,
  changedPages,
  demoText,
  levelText,
  revocationText,
  reasonText,
  verdictText,
  type SignatureReport,
  type VerificationReport,
} from '../signing/index.ts'
import { verifyCommandWords as words } from './verify-command.texts.ts'
import { fieldText } from './verify.texts.ts'

/** A report in words, for the command line. */
export function reportLines(report: VerificationReport): string[] {
  const changed = changedPages(report)
  return [
    verdictText[report.verdict],
    ...report.reasons.map((reason) => `  ${reasonText[reason]}`),
    ...(changed.length === 0 ? [] : [`  ${fill(words.changedPages, { pages: changed.join(', ') })}`]),
    ...report.signatures.flatMap(signatureLines),
    fill(words.sha256, { sha256: report.sha256 }),
  ]
}

function signatureLines(one: SignatureReport, index: number): string[] {
  const { signer, kind, integrity, trusted, changesAfter } = one
  const title = fill(kind === 'signature' ? words.signedBy : words.stampedBy, {
    index: index + 1,
    signer: signer.commonName,
  })
  const verdict = integrity === 'intact' && !trusted ? words.untrusted : words[integrity]
  const forWhom = signer.organisation === '' || signer.organisation === signer.commonName ? '' : signer.organisation
  return [
    `${title}: ${verdict}`,
    ...(one.isDemo ? [`   ${demoText()}`] : []),
    ...(forWhom === '' ? [] : [`   ${fill(words.organisation, { organisation: forWhom })}`]),
    `   ${timeLine(one)}`,
    ...(kind === 'signature' ? [`   ${levelText(one.level)}`] : []),
    ...(one.chain.length === 0
      ? []
      : [`   ${fill(words.chain, { chain: one.chain.map(({ commonName }) => commonName).join(' ← ') })}`]),
    ...(one.chain.length === 0 ? [] : [`   ${revocationText(one.revocation)}`]),
    ...(changesAfter.length === 0
      ? [`   ${words.nothingLater}`]
      : [`   ${words.laterChanges}`, ...changesAfter.map((change) => `     ${changeText(change, fieldText)}`)]),
  ]
}

function timeLine({ signedAt, timestampAuthority = '', claimedAt }: SignatureReport): string {
  if (signedAt) return fill(words.at, { at: formatDateTime(signedAt), authority: timestampAuthority })
  return claimedAt ? fill(words.claimed, { at: formatDateTime(claimedAt) }) : words.noTime
}
