import type { ComponentChildren } from 'preact'
import { formatDateTime } from '../../../platform/dates.ts'
import { formatSize, signatureAdvice, signatureText, signatureTone, type StoredFile } from '../../../documents/index.ts'
import { Details, Icon, Notice, SummaryList, Tag } from '../../../ui/index.ts'
import { filingTexts as words } from '../texts.ts'
import { offerTexts } from './vault-offers.texts.ts'

/** What the sender keeps: which file arrived, when, and the fingerprint by which it can be told from any other. */
export function FileReceipt({
  file,
  href,
  fromVault,
  children,
}: {
  file: StoredFile
  href: string
  /** The paper of the vault it belongs to. */
  fromVault?: string | undefined
  children?: ComponentChildren
}) {
  return (
    <div class="san bien-nhan">
      <p class="tep">
        <Icon name={file.mediaType.startsWith('image/') ? 'file-image' : 'file-text'} />
        <a href={fromVault === undefined ? href : `/giay-to/${fromVault}`}>
          <b>{file.name}</b>
        </a>
        {fromVault !== undefined && (
          <Tag tone="sea" icon="archive">
            {offerTexts.fromVault}
          </Tag>
        )}
      </p>
      <SummaryList
        rows={[
          {
            label: words.size,
            value: file.pages === null ? formatSize(file.size) : `${formatSize(file.size)}, ${words.pages(file.pages)}`,
            figures: true,
          },
          { label: words.receipt, value: <span class="ma">{file.receiptCode}</span> },
          { label: words.receivedAt, value: formatDateTime(file.uploadedAt), figures: true },
          { label: words.fingerprint, value: <span class="ma">{file.sha256.slice(0, 12)}…</span> },
        ]}
      />
      <Details summary={words.fingerprintWhole}>
        <p class="ma bam">{file.sha256}</p>
        <p class="nhe">{words.fingerprintMeans}</p>
      </Details>
      <Signatures file={file} />
      {children}
    </div>
  )
}

/** The sender hears of it while they can still send another file. */
function Signatures({ file: { signatures } }: { file: StoredFile }) {
  if (!signatures) return null
  const advice = signatureAdvice(signatures)
  if (advice === undefined)
    return (
      <p>
        <Tag tone={signatureTone(signatures)} long>
          {signatureText(signatures)}
        </Tag>
      </p>
    )
  return (
    <Notice tone="soon" title={`${signatureText(signatures)}.`}>
      {advice}
    </Notice>
  )
}
