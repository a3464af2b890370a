import { formatDateTime } from '../../platform/dates.ts'
import type { ApplicationCheck, ShownSignature } from '../../dossiers/index.ts'
import { fill } from '../../dossiers/workspace/texts.ts'
import { demoText, reasonText, verdictText } from '../../signing/index.ts'
import { Notice, SummaryList, Tag } from '../../ui/index.ts'
import { signatureTexts as texts } from './signatures.texts.ts'

/** Every digital signature on the application: whose it is, by which certificate, and what our verifier says of it now. */
export function SignaturesPart({ check: { verdict, signatures, missing } }: { check: ApplicationCheck }) {
  return (
    <>
      <h2>{texts.title}</h2>
      <p>
        <Tag tone={verdict === 'valid' ? 'ok' : verdict === 'valid-untrusted' ? 'soon' : 'late'} long>
          {verdictText[verdict]}
        </Tag>
      </p>
      {missing.length > 0 && <Notice tone="late">{fill(texts.missing, { names: missing.join(', ') })}</Notice>}
      <SummaryList
        rows={signatures.map((signature) => ({
          label: signature.fullName ?? texts.nobody,
          value: <Signature signature={signature} />,
        }))}
      />
    </>
  )
}

function Signature({ signature }: { signature: ShownSignature }) {
  const { fullName, signer, signedAt, integrity, isDemo, reasons } = signature
  const isGood = integrity === 'intact' && reasons.length === 0
  return (
    <>
      {fill(texts.certificate, { name: signer.commonName, issuer: signer.issuer })}
      <br />
      {fullName === null ? texts.otherNumber : texts.ownNumber}
      {signedAt && `, ${formatDateTime(signedAt)}`}
      <br />
      <Tag tone={isGood && fullName !== null ? 'ok' : 'late'} long>
        {isGood ? texts.intact : reasons.map((reason) => reasonText[reason]).join('; ') || texts[integrity]}
      </Tag>
      {isDemo && <small>{demoText()}</small>}
    </>
  )
}
