import { formatDateTime } from '../../../platform/dates.ts'
import { Notice, Radios, type ChoiceOption } from '../../../ui/index.ts'
import { isSignedFor, type SignatureDemand } from '../../application/application.ts'
import type { DraftApplicationView } from '../../application/get-draft-application.ts'
import type { CitizenSigner } from '../../application/application-signature.ts'
import { signTexts as t } from './sign.texts.ts'

/** How the filer stands by what they declared, as sent with the form. */
export const ON_PAPER = 'giay'
export const BY_IDENTITY = 'dinh-danh'

export type SigningChoice = {
  demand: SignatureDemand
  view: DraftApplicationView
  /** Hash of what would be filed now. */
  content: string
  signers: readonly CitizenSigner[]
  /** What was chosen and did not go through. */
  chosen?: string | undefined
}

/** Before handing in: the application as it will be signed, and with what. */
export function SignSection({ choice, paperHref }: { choice: SigningChoice; paperHref: string }) {
  const { demand, view, content, signers, chosen } = choice
  const { application } = view
  if (demand === 'none') return null
  if (application && isSignedFor(application, content)) {
    const words = application.how === 'digital-signature' ? t.signed : t.confirmed
    return (
      <section>
        <h2>{t.heading}</h2>
        <Notice tone="ok">
          {words} {application.signedAt && formatDateTime(application.signedAt)}. <a href={paperHref}>{t.seeSigned}</a>
        </Notice>
      </section>
    )
  }
  const options: ChoiceOption[] = [
    ...signerOptions(signers),
    ...(demand === 'required'
      ? []
      : [
          { value: BY_IDENTITY, label: t.identity, hint: t.identityHint },
          { value: ON_PAPER, label: t.onPaper, hint: t.onPaperHint },
        ]),
  ]
  return (
    <section>
      <h2>{t.heading}</h2>
      {application?.how && <Notice tone="soon">{t.changed}</Notice>}
      <p>
        <a href={paperHref}>{t.see}</a>
      </p>
      {options.length === 0 && <Notice tone="soon">{t.noService}</Notice>}
      <Radios
        name="ky"
        label={t.choose}
        cards
        options={options}
        value={chosen ?? (demand === 'required' ? (signers[0] ?? '') : ON_PAPER)}
      />
    </section>
  )
}

/** The services people may sign with, as they choose among them. */
export function signerOptions(signers: readonly CitizenSigner[]): ChoiceOption[] {
  return signers.map((signer) => ({ value: signer, label: t.signers[signer], hint: t.signerHint }))
}
