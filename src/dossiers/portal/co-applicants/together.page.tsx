import { formatDateTime } from '../../../platform/dates.ts'
import {
  BackLink,
  Button,
  CopyButton,
  Details,
  ErrorSummary,
  Field,
  HiddenToken,
  Notice,
  PageTitle,
  Tag,
  type ErrorItem,
  type TagTone,
} from '../../../ui/index.ts'
import { standingOf, type DraftCoApplicant, type Standing } from '../../co-applicants/co-applicant.ts'
import type { TogetherView } from '../../co-applicants/get-invitation.ts'
import { howAgreedWords, standingWords, togetherTexts as words } from '../../co-applicants/texts.ts'
import { shortProcedureName } from '../paper-names.ts'
import { draftAddress, openParts } from '../filing/parts.ts'
import type { Filing } from '../filing/open-filing.ts'
import { Qr } from '../tracking/qr.tsx'

export const TOGETHER_PART = 'cung-dung-ten'

/** What was typed about a new person, with what is wrong with it. */
export type TypedPerson = { values: Record<string, string>; errors: Record<string, string> }

/** A link that may be handed over, with its picture. */
export type HandedLink = { address: string; qr: string }

type Props = {
  filing: Filing
  view: TogetherView
  links: ReadonlyMap<string, HandedLink>
  typed: TypedPerson
  problem: string | undefined
  now: Date
  token: string
}

const TONES: Record<Standing, TagTone> = {
  'not-asked': 'sea',
  voided: 'soon',
  asked: 'sea',
  'link-over': 'soon',
  opened: 'sea',
  agreed: 'ok',
  declined: 'late',
}

/** Who applies together with whoever fills in, and what each has answered. */
export function TogetherPage(props: Props) {
  const { filing, view, typed, problem, now, token } = props
  const here = `${draftAddress(filing)}/${TOGETHER_PART}`
  const errors: ErrorItem[] = [
    ...(problem === undefined ? [] : [{ message: problem }]),
    ...Object.entries(typed.errors).map(([field, message]) => ({ field, message })),
  ]
  const left = openParts(filing).length
  const { people } = view
  const waiting = people.filter(({ answer }) => answer !== 'agreed')
  const wasVoided = people.some((person) => standingOf(person, now) === 'voided')
  return (
    <>
      <BackLink href={draftAddress(filing)}>{words.back}</BackLink>
      <div class="mot">
        <ErrorSummary errors={errors} title={words.problem} />
        <PageTitle over={shortProcedureName(filing.procedure.name)}>{words.title}</PageTitle>
        <p>{words.lead}</p>
        {view.rule === 'demanded' && <Notice tone="soon">{words.demanded}</Notice>}
        {view.mustSign && <Notice tone="soon">{words.mustSign}</Notice>}
        {people.length > 0 && waiting.length === 0 && <Notice tone="ok" role="status" title={words.allAgreed} />}
        {wasVoided && <Notice tone="soon" role="status" title={words.voidedNotice} />}
        {people.length === 0 ? <p>{words.nobody}</p> : <Yourself {...props} />}
        {people.map((person) => (
          <Person person={person} key={person.id} {...props} here={here} />
        ))}
        {waiting.length > 0 &&
          (left > 0 ? (
            <Notice>{words.notReady(left)}</Notice>
          ) : (
            <form method="post" action={`${here}/gui`} class="cach-ray">
              <HiddenToken token={token} />
              <Button large wide icon="send-horizontal">
                {sendWords(view, waiting)}
              </Button>
            </form>
          ))}
        <NewPerson typed={typed} here={here} token={token} />
      </div>
    </>
  )
}

function sendWords({ mustSign }: TogetherView, waiting: readonly DraftCoApplicant[]): string {
  if (waiting.every(({ linkNo }) => linkNo > 0)) return words.sendAgain
  return mustSign ? words.sendToSign(waiting.length) : words.send(waiting.length)
}

/** Whether whoever fills in has signed themselves, and the paper everybody signs. */
function Yourself({ filing, view: { filerSignedAt, hasPaper, mustSign } }: Props) {
  const isToldOf = mustSign || filerSignedAt !== null
  return (
    <>
      {isToldOf && (
        <p>
          {words.you}: {filerSignedAt ? words.youSigned(formatDateTime(filerSignedAt)) : words.youUnsigned}
        </p>
      )}
      {hasPaper && (
        <p>
          <a href={`${draftAddress(filing)}/don.pdf`}>{words.seePaper}</a>
        </p>
      )}
    </>
  )
}

type PersonProps = Props & { person: DraftCoApplicant; here: string }

function Person({ person, here, links, now, token }: PersonProps) {
  const standing = standingOf(person, now)
  const link = links.get(person.id)
  const mayRemind = standing === 'asked' || standing === 'link-over' || standing === 'opened'
  return (
    <article class="phong-bi cach-ray" aria-labelledby={`nguoi-${person.id}`}>
      <h2 id={`nguoi-${person.id}`}>
        {person.fullName} <Tag tone={TONES[standing]}>{standingWords[standing]}</Tag>
      </h2>
      {person.answeredAt && <p>{words.answeredAt(formatDateTime(person.answeredAt))}</p>}
      {person.how !== null && <p>{howAgreedWords[person.how]}</p>}
      {person.signerName !== null && <p>{words.signedWith(person.signerName)}</p>}
      {person.reason !== null && <p>{person.reason}</p>}
      {standing === 'asked' && person.linkUntil && <p>{words.linkUntil(formatDateTime(person.linkUntil))}</p>}
      {link && (
        <Details summary={words.showLink}>
          <p>
            {words.link}: <span class="ma bam">{link.address}</span>{' '}
            <CopyButton text={link.address} what={words.link} />
          </p>
          <Qr svg={link.qr} label={words.linkOf(person.fullName)} caption={person.fullName} />
        </Details>
      )}
      <div class="hang">
        {mayRemind && <OnPerson action={`${here}/nhac`} person={person} token={token} words={words.remind} />}
        <OnPerson action={`${here}/bo`} person={person} token={token} words={words.remove} />
      </div>
    </article>
  )
}

type OnPersonProps = { action: string; person: DraftCoApplicant; token: string; words: string }

function OnPerson({ action, person: { id, fullName }, token, words: label }: OnPersonProps) {
  return (
    <form method="post" action={action}>
      <HiddenToken token={token} />
      <input type="hidden" name="nguoi" value={id} />
      <Button kind="quiet">
        {label}
        <span class="an"> {fullName}</span>
      </Button>
    </form>
  )
}

function NewPerson({ typed: { values, errors }, here, token }: Pick<Props, 'typed' | 'token'> & { here: string }) {
  const box = (name: string, label: string) => ({
    name,
    label,
    value: values[name] ?? '',
    ...(errors[name] === undefined ? {} : { error: errors[name] }),
  })
  return (
    <form method="post" action={here} novalidate>
      <HiddenToken token={token} />
      <h2>{words.add}</h2>
      <Field {...box('fullName', words.fullName)} />
      <Field
        {...box('personalId', words.personalId)}
        hint={words.personalIdHint}
        inputMode="numeric"
        figures
        width="medium"
      />
      <Field {...box('phone', words.phone)} type="tel" figures width="medium" />
      <Field {...box('email', words.email)} hint={words.emailHint} type="email" />
      <Button kind="secondary">{words.addButton}</Button>
    </form>
  )
}
