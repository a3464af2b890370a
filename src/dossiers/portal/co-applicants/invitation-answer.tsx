import { Button, ButtonLink, HiddenToken, Notice, Radios, TextArea, type ChoiceOption } from '../../../ui/index.ts'
import type { CitizenSigner } from '../../application/application-signature.ts'
import type { InvitationView } from '../../co-applicants/get-invitation.ts'
import { requestPath } from '../../co-applicants/link.ts'
import { togetherTexts as words } from '../../co-applicants/texts.ts'
import { BY_IDENTITY, ON_PAPER, signerOptions } from '../filing/sign-section.tsx'
import { signTexts } from '../filing/sign.texts.ts'

export type AnswerProps = {
  view: InvitationView
  signers: readonly CitizenSigner[]
  /** The way that was chosen and did not go through. */
  chosen: string
  missing: string | undefined
  /** Why they decline, as typed. */
  reason: string
  token: string
}

/** Agreeing to exactly this content, with a signature or, where it will do, without; or declining with a reason. */
export function InvitationAnswer({ sha256, ...props }: AnswerProps & { sha256: string }) {
  const { view, missing, reason, token } = props
  const here = requestPath(view.person)
  return (
    <>
      <form method="post" action={`${here}/dong-y`}>
        <HiddenToken token={token} />
        <input type="hidden" name="ma-bam" value={sha256} />
        <Agreeing {...props} />
      </form>
      <form method="post" action={`${here}/tu-choi`} class="cach-ray" novalidate>
        <HiddenToken token={token} />
        <TextArea
          name="ly-do"
          label={words.declineReason}
          hint={words.declineHint}
          rows={3}
          maxLength={1_000}
          value={reason}
          {...(missing === undefined ? {} : { error: missing })}
        />
        <Button kind="secondary" wide>
          {words.decline}
        </Button>
      </form>
    </>
  )
}

function Agreeing({ view, signers, chosen }: AnswerProps) {
  const { ways, isProved, person } = view
  const mustSign = !ways.includes('recorded-consent')
  const options = optionsOf(view, signers)
  if (options.length === 0) return <Notice tone="soon">{words.noService}</Notice>
  const [first] = options
  return (
    <>
      {mustSign && <Notice tone="soon">{words.mustSignYou}</Notice>}
      {options.length > 1 || mustSign ? (
        <Radios
          name="ky"
          label={words.howToAgree}
          cards
          options={options}
          value={chosen || (mustSign ? (first?.value ?? '') : ON_PAPER)}
        />
      ) : (
        <p>{words.agreeMeans}</p>
      )}
      {chosen === BY_IDENTITY && !isProved && (
        <>
          <p>{words.proveLead}</p>
          <ButtonLink
            kind="secondary"
            icon="id-card"
            href={`/dang-nhap/chuyen?ve=${encodeURIComponent(`${requestPath(person)}?cach=${BY_IDENTITY}`)}`}
          >
            {words.prove}
          </ButtonLink>
        </>
      )}
      {options.length > 1 && <p>{words.signMeans}</p>}
      <Button large wide icon={mustSign ? 'file-pen-line' : 'check'}>
        {mustSign ? words.sign : words.agree}
      </Button>
    </>
  )
}

function optionsOf({ ways, content }: InvitationView, signers: readonly CitizenSigner[]): ChoiceOption[] {
  const maySign = ways.includes('digital-signature') && content?.hasPaper === true
  return [
    ...(maySign ? signerOptions(signers) : []),
    ...(ways.includes('confirmed-identity')
      ? [{ value: BY_IDENTITY, label: signTexts.identity, hint: words.identityHint }]
      : []),
    ...(ways.includes('recorded-consent')
      ? [{ value: ON_PAPER, label: words.recordedConsent, hint: words.recordedConsentHint }]
      : []),
  ]
}
