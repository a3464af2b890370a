import { formatDate, formatDateTime, vietnamDate } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { changeText, levelText, revocationText } from '../../signing/index.ts'
import { Notice, SummaryList, Tag } from '../../ui/index.ts'
import type { PublicSignature } from '../verification.ts'
import { fieldText } from '../verify.texts.ts'
import { texts } from './texts.ts'

/** One signature in the words of somebody who holds the paper: who, for whom, when, and what came after. */
export function SignatureView({ signature, index }: { signature: PublicSignature; index: number }) {
  const { signer, organisation, kind, isDemo, level, chain, revocation } = signature
  const title = kind === 'signature' ? texts.signatureTitle : texts.stampTitle
  return (
    <section class="mot-chu-ky" aria-label={fill(title, { index: index + 1, signer })}>
      <h3>
        {fill(title, { index: index + 1, signer })} <SignatureTag signature={signature} />
      </h3>
      {isDemo && (
        <Notice tone="soon" title={`${texts.demo}.`}>
          {texts.demoAdvice}
        </Notice>
      )}
      <SummaryList
        rows={[
          ...(organisation === '' || organisation === signer ? [] : [{ label: texts.behalf, value: organisation }]),
          { label: texts.when, value: timeText(signature) },
          ...(kind === 'signature' ? [{ label: texts.level, value: levelText(level) }] : []),
          { label: texts.chain, value: <Chain signature={signature} /> },
          ...(chain.length === 0 ? [] : [{ label: texts.revocation, value: revocationText(revocation) }]),
          { label: texts.later, value: <Later signature={signature} /> },
        ]}
      />
    </section>
  )
}

function SignatureTag({ signature: { integrity, trusted } }: { signature: PublicSignature }) {
  if (integrity === 'altered') return <Tag tone="late">{texts.changed}</Tag>
  if (integrity === 'broken') return <Tag tone="late-soft">{texts.unreadable}</Tag>
  return trusted ? <Tag tone="ok">{texts.valid}</Tag> : <Tag tone="soon">{texts.untrusted}</Tag>
}

function timeText({ signedAt, timestampAuthority = '', claimedAt }: PublicSignature): string {
  if (signedAt) return fill(texts.at, { at: formatDateTime(signedAt), authority: timestampAuthority })
  return claimedAt ? fill(texts.claimed, { at: formatDateTime(claimedAt) }) : texts.noTime
}

/** From the signer's certificate up to the root. */
function Chain({ signature: { chain, issuer } }: { signature: PublicSignature }) {
  if (chain.length < 2) {
    return (
      <>
        {fill(texts.issuedBy, { issuer })}
        <br />
        <span class="nhe nho">{texts.noChain}</span>
      </>
    )
  }
  return (
    <>
      {chain.slice(1).map(({ commonName, fingerprint }) => (
        <span key={fingerprint}>
          {fill(texts.issuedBy, { issuer: commonName })}
          <br />
        </span>
      ))}
      <span class="nhe nho">{validityText(chain[0])}</span>
    </>
  )
}

function validityText(own: PublicSignature['chain'][number] | undefined): string {
  return own
    ? fill(texts.validity, { from: formatDate(vietnamDate(own.notBefore)), to: formatDate(vietnamDate(own.notAfter)) })
    : ''
}

function Later({ signature: { changesAfter } }: { signature: PublicSignature }) {
  if (changesAfter.length === 0) return <>{texts.nothingLater}</>
  return (
    <ul>
      {changesAfter.map((change) => (
        <li key={changeText(change, fieldText)}>
          {change.kind === 'forbidden' ? <b>{changeText(change, fieldText)}</b> : changeText(change, fieldText)}
        </li>
      ))}
    </ul>
  )
}
