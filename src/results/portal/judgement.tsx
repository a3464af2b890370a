import { formatDate, formatDateTime } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { reasonText } from '../../signing/index.ts'
import { Details, Icon, Notice, SummaryList, Tag, type IconName } from '../../ui/index.ts'
import type { Comparison, Judgement, PublicDocument, Verification } from '../verification.ts'
import { comparisonKey, comparisonWords, judgementWords, stateWords } from '../verify.texts.ts'
import { ChangedPages } from './changed-pages.tsx'
import { SignatureView } from './signature.tsx'
import { texts } from './texts.ts'

type Look = { look: 'tot' | 'xau' | 'ngo'; icon: IconName }

const LOOKS = {
  issued: { look: 'tot', icon: 'badge-check' },
  'certified-copy': { look: 'tot', icon: 'badge-check' },
  'by-code': { look: 'tot', icon: 'circle-check' },
  'valid-elsewhere': { look: 'ngo', icon: 'shield-check' },
  'other-version': { look: 'ngo', icon: 'triangle-alert' },
  untrusted: { look: 'ngo', icon: 'triangle-alert' },
  unsigned: { look: 'ngo', icon: 'triangle-alert' },
  broken: { look: 'ngo', icon: 'triangle-alert' },
  altered: { look: 'xau', icon: 'octagon-alert' },
  'unknown-code': { look: 'xau', icon: 'circle-x' },
} satisfies Record<Judgement, Look>

/** The verdict first, then the document it is about, then every signature. */
export function JudgementView({ verification }: { verification: Verification }) {
  const { judgement, document, copy, comparison, file } = verification
  const { look, icon } = LOOKS[judgement]
  const words = judgementWords[judgement]
  return (
    <>
      <section class={`ket-luan ${look}`} role="status" aria-labelledby="ket-luan">
        <Icon name={icon} />
        <div>
          <h1 id="ket-luan">{words.title}</h1>
          <p>{words.advice}</p>
          {comparison && <p>{comparisonText(comparison)}</p>}
        </div>
      </section>
      {document?.replacedBy && <Replaced by={document.replacedBy} />}
      {file && file.reasons.length > 0 && (
        <>
          <h2>{texts.why}</h2>
          <ul>
            {file.reasons.map((reason) => (
              <li key={reason}>{reasonText[reason]}</li>
            ))}
          </ul>
        </>
      )}
      {file && <ChangedPages pages={file.changedPages} drawn={file.pictures} />}
      {document && <DocumentFacts document={document} />}
      {copy && <CopyFacts copy={copy} />}
      {file && file.signatures.length > 0 && (
        <section aria-label={texts.signatures}>
          <h2>{texts.signatures}</h2>
          {file.signatures.map((signature, index) => (
            <SignatureView signature={signature} index={index} key={signature.coveredBytes} />
          ))}
        </section>
      )}
      {(document ?? file) && (
        <Details summary={texts.technical}>
          <SummaryList
            rows={[
              ...(document ? [{ label: texts.sha256, value: <code class="ma-dai">{document.sha256}</code> }] : []),
              ...(file ? [{ label: texts.fileSha256, value: <code class="ma-dai">{file.sha256}</code> }] : []),
            ]}
          />
          {file && <ReportLink report={file.validationReport} />}
        </Details>
      )}
    </>
  )
}

const comparisonText = (comparison: Comparison): string =>
  fill(comparisonWords[comparisonKey(comparison)], { ...comparison, signers: comparison.signers.join(', ') })

/** The file was not kept, so its report goes out with the page. */
function ReportLink({ report }: { report: NonNullable<Verification['file']>['validationReport'] }) {
  const json = Buffer.from(JSON.stringify(report, null, 2)).toString('base64')
  return (
    <>
      <p>
        <a href={`data:application/json;base64,${json}`} download="bao-cao-kiem-tra.json">
          {texts.report}
        </a>
      </p>
      <p class="nhe nho">{texts.reportNote}</p>
    </>
  )
}

/** The paper is what it was when it was issued; another one stands in its place. */
function Replaced({ by }: { by: NonNullable<PublicDocument['replacedBy']> }) {
  return (
    <Notice tone="soon" title={fill(texts.replacedBy, { number: by.numberText, day: formatDate(by.issuedOn) })}>
      {texts.replacedAdvice} <a href={`/kiem-tra/${by.verificationCode}`}>{texts.seeReplacement}</a>
    </Notice>
  )
}

function CopyFacts({ copy: { number, certifiedOn, agency } }: { copy: NonNullable<Verification['copy']> }) {
  return (
    <section aria-label={texts.copy}>
      <h2>{texts.copy}</h2>
      <SummaryList
        rows={[
          { label: texts.copyAgency, value: agency },
          { label: texts.copyNumber, value: number ?? texts.copyNotSealed, figures: number !== null },
          ...(certifiedOn === null ? [] : [{ label: texts.copyOn, value: formatDate(certifiedOn), figures: true }]),
        ]}
      />
    </section>
  )
}

function DocumentFacts({ document }: { document: PublicDocument }) {
  return (
    <section aria-label={texts.document}>
      <h2>{texts.document}</h2>
      <SummaryList
        rows={[
          { label: texts.name, value: <b>{document.title}</b> },
          { label: texts.number, value: document.numberText, figures: true },
          { label: texts.issuedOn, value: formatDate(document.issuedOn), figures: true },
          { label: texts.agency, value: document.agency },
          { label: texts.signatory, value: `${document.signatory}, ${document.signatoryPosition}` },
          { label: texts.signedAt, value: formatDateTime(document.signedAt), figures: true },
          { label: texts.sealedAt, value: formatDateTime(document.sealedAt), figures: true },
          {
            label: texts.state,
            value: <Tag tone={document.state === 'in-force' ? 'ok' : 'late-soft'}>{stateWords[document.state]}</Tag>,
          },
          { label: texts.pages, value: String(document.pages), figures: true },
          { label: texts.verificationCode, value: <span class="ma">{document.verificationCode}</span> },
        ]}
      />
      <p class="nhe nho">{texts.privacy}</p>
    </section>
  )
}
