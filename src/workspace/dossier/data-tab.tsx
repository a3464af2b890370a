import { formatDate, formatDateTime, weekdayName, type LegalDate } from '../../platform/dates.ts'
import { formatTerm } from '../../platform/term.ts'
import { WhyThisDate } from '../../deadlines/index.ts'
import {
  channelWords,
  howAgreedWords,
  togetherTexts,
  type CoApplicant,
  deliveryWords,
  isFiledForAnother,
  officeDueHistory,
  originForOfficers,
  declaredAtDesk,
  workPath,
  type DossierView,
  type Party,
} from '../../dossiers/index.ts'
import { ActingPart } from '../../dossiers/workspace/acting-part.tsx'
import { NumberLink } from '../../dossiers/workspace/number-form.tsx'
import { fill } from '../../dossiers/workspace/texts.ts'
import { ButtonLink, Details, SummaryList, type SummaryRow } from '../../ui/index.ts'
import { SignaturesPart } from './signatures-part.tsx'
import { dossierTexts as texts } from './texts.ts'

/** Who asks, what was declared, who handles it until when. */
export function DataTab({ view, today }: { view: DossierView; today: LegalDate }) {
  const { dossier, answers, acting } = view
  const isAtDesk = dossier.channel !== 'online'
  const origins = new Map([
    ...answers.map(({ name }): [string, string] => [name, isAtDesk ? declaredAtDesk : '']),
    ...view.origins.map((origin): [string, string] => [origin.field, originForOfficers(origin)]),
  ])
  const isForAnother = isFiledForAnother(dossier)
  const declared = answers.filter(({ name }) => !PARTY_FIELDS.has(name))
  return (
    <>
      <h2>{texts.applicant}</h2>
      <SummaryList rows={partyRows(dossier.applicant, isForAnother ? undefined : origins)} />
      <NumberLink applicant={dossier.applicant} code={dossier.code} />
      {isForAnother && (
        <>
          <h2>{texts.submitter}</h2>
          <SummaryList rows={partyRows(dossier.submitter, origins)} />
        </>
      )}
      {acting && <ActingPart acting={acting} code={dossier.code} />}
      {view.coApplicants.length > 0 && (
        <>
          <h2>{togetherTexts.title}</h2>
          <SummaryList rows={coApplicantRows(view.coApplicants)} />
        </>
      )}
      {view.applicationCheck && <SignaturesPart check={view.applicationCheck} />}
      {declared.length > 0 && (
        <>
          <h2>{texts.declared}</h2>
          <SummaryList
            rows={declared.map(({ name, label, text }) => ({
              label,
              value: text,
              source: origins.get(name) || undefined,
            }))}
          />
        </>
      )}
      <ButtonLink kind="secondary" icon="printer" href={workPath(dossier.code, '/to-khai')} newTab>
        {texts.formOnPaper}
      </ButtonLink>
      <h2>{texts.handling}</h2>
      <SummaryList rows={handlingRows(view)} />
      {dossier.dueExplanation.length > 0 && (
        <Details summary={texts.whyDue}>
          <WhyThisDate explanation={dossier.dueExplanation} history={officeDueHistory(view)} today={today} stacked />
        </Details>
      )}
    </>
  )
}

/** Who applied together: how, when and to which content each agreed. */
function coApplicantRows(people: readonly CoApplicant[]): SummaryRow[] {
  return people.map(({ fullName, personalId, phone, how, agreedAt, contentSha256 }) => ({
    label: fullName,
    value: (
      <>
        {[grouped(personalId), phone ?? ''].filter((one) => one !== '').join('; ')}
        <br />
        {howAgreedWords[how]}
        {agreedAt && `, ${formatDateTime(agreedAt)}`}
        {contentSha256 !== null && <small class="ma"> SHA-256 {contentSha256.slice(0, 12)}…</small>}
      </>
    ),
  }))
}

/** Fields of the form that stand in the parties already. */
const PARTY_FIELDS = new Set([
  'fullName',
  'personalId',
  'passportNumber',
  'bornOn',
  'address',
  'communeCode',
  'phone',
  'email',
  'organisationName',
  'businessCode',
  'onBehalf',
  'capacity',
  'standing',
  'ownerName',
  'ownerBornOn',
  'ownerPersonalId',
  'ownerRelation',
  'representativePosition',
  'groundNumber',
  'groundIssuedOn',
  'groundIssuer',
  'groundScope',
  'groundUntil',
  'resultDelivery',
  'applicantKind',
  'identityPaper',
  'declaredTrue',
])

function partyRows(party: Party, origins?: ReadonlyMap<string, string>): SummaryRow[] {
  const from = (field: string) => ({ source: origins?.get(field) })
  const rows: (SummaryRow | null)[] = [
    party.organisationName ? { label: texts.organisation, value: <b>{party.organisationName}</b> } : null,
    party.businessCode ? { label: texts.businessCode, value: party.businessCode, figures: true } : null,
    { label: texts.name, value: <b>{party.fullName}</b>, ...from('fullName') },
    party.personalId
      ? { label: texts.personalId, value: grouped(party.personalId), figures: true, ...from('personalId') }
      : null,
    party.passportNumber ? { label: texts.passport, value: party.passportNumber, figures: true } : null,
    party.bornOn ? { label: texts.bornOn, value: formatDate(party.bornOn), figures: true, ...from('bornOn') } : null,
    party.address ? { label: texts.address, value: party.address, ...from('address') } : null,
    party.phone ? { label: texts.phone, value: party.phone, figures: true, ...from('phone') } : null,
    party.email ? { label: texts.email, value: party.email, ...from('email') } : null,
  ]
  return rows.filter((row) => row !== null)
}

function handlingRows({
  dossier,
  procedure,
  unitNames,
  assignee,
  supplements,
  deliveryChanges,
}: DossierView): SummaryRow[] {
  const { dueOn, dueAt, originalDueAt, helpedAtUnitId, receivedByUnitId, competentUnitId } = dossier
  const rows: (SummaryRow | null)[] = [
    { label: texts.procedure, value: `${procedure.code} ${procedure.name}` },
    { label: texts.term, value: formatTerm(dossier.term), figures: true },
    dueOn && dueAt ? { label: texts.due, value: `${weekdayName(dueOn)} ${formatDate(dueOn)}`, figures: true } : null,
    originalDueAt && originalDueAt.getTime() !== dueAt?.getTime()
      ? { label: texts.firstDue, value: formatDateTime(originalDueAt), figures: true }
      : null,
    { label: texts.receivedBy, value: unitNames[receivedByUnitId] ?? '' },
    helpedAtUnitId && helpedAtUnitId !== receivedByUnitId
      ? { label: texts.helpedAt, value: unitNames[helpedAtUnitId] ?? '' }
      : null,
    { label: texts.competent, value: unitNames[competentUnitId] ?? '' },
    assignee ? { label: texts.assignee, value: assignee.fullName } : null,
    supplements.length > 0
      ? {
          label: fill(texts.supplements, { count: supplements.length }),
          value: supplements.map(({ byName, requestedAt }) => `${byName}, ${formatDateTime(requestedAt)}`).join('; '),
        }
      : null,
    { label: texts.channel, value: channelWords[dossier.channel] },
    { label: texts.resultDelivery, value: deliveryWords[dossier.resultDelivery] },
    ...deliveryChanges.map(({ at, fromDelivery, toDelivery, address }) => ({
      label: texts.deliveryChanged,
      value: fill(texts.deliveryChange, {
        at: formatDateTime(at),
        from: deliveryWords[fromDelivery],
        to: [deliveryWords[toDelivery], address].filter((part) => part !== null).join(': '),
      }),
    })),
  ]
  return rows.filter((row) => row !== null)
}

/** `022 188 000 512` */
function grouped(digits: string): string {
  return digits.replace(/(\d{3})(?=\d)/g, '$1 ')
}
