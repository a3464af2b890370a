import { ButtonLink, EmptyState, Notice, Table, Tag, type Column, type TagTone } from '../../ui/index.ts'
import { formatDate } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { delegationKindWords, instrumentWords, type DelegationStanding } from '../../organisation/index.ts'
import type { DelegationView } from '../delegations/list-delegations.ts'
import { delegationGroups, delegationTexts as t } from '../delegations/texts.ts'
import { accountTexts } from '../texts.ts'

export const DELEGATIONS = '/can-bo/uy-quyen'

/** lĩnh vực: a field of work a delegation can be limited to. */
export type SectorChoice = { code: string; name: string }

const TONES = { 'in-force': 'ok', coming: 'soon', ended: 'plain', revoked: 'hold' } satisfies Record<
  DelegationStanding,
  TagTone
>
const ORDER: DelegationStanding[] = ['in-force', 'coming', 'revoked', 'ended']

type Props = {
  delegations: readonly DelegationView[]
  sectors: readonly SectorChoice[]
  canMake: boolean
  done: string | undefined
}

/** Who works in whose place: what is in force first, then what comes, then what is over. */
export function DelegationsPage({ delegations, sectors, canMake, done }: Props) {
  const groups = ORDER.map((standing) => delegations.filter((one) => one.standing === standing))
  return (
    <div class="cuon-trang">
      {done !== undefined && <Notice tone="ok" role="status" title={done} />}
      <p>{t.lead}</p>
      {canMake && (
        <p>
          <ButtonLink href={`${DELEGATIONS}/moi`} icon="plus">
            {t.make}
          </ButtonLink>
        </p>
      )}
      {delegations.length === 0 && <EmptyState icon="users" title={t.nothing} />}
      {groups.map((group, index) => {
        const standing = ORDER[index] ?? 'ended'
        return group.length === 0 ? null : (
          <section key={standing}>
            <h2>
              {delegationGroups[standing]} <span class="so nhe">{group.length}</span>
            </h2>
            <Table
              caption={delegationGroups[standing]}
              captionHidden
              dense
              rows={group}
              rowKey={({ id }) => id}
              columns={columnsFor(sectors)}
            />
          </section>
        )
      })}
    </div>
  )
}

const columnsFor = (sectors: readonly SectorChoice[]): Column<DelegationView>[] => [
  {
    title: t.person,
    rowHeader: true,
    cell: ({ toName, toPosition }) => (
      <>
        {toName}
        <br />
        <small class="nhe">{toPosition}</small>
      </>
    ),
  },
  {
    title: t.inPlaceOf,
    cell: ({ fromName, fromPosition, unitName }) => (
      <>
        {fromName}
        <br />
        <small class="nhe">
          {fromPosition}, {unitName}
        </small>
      </>
    ),
  },
  { title: t.what, cell: (one) => whatWords(one, sectors) },
  { title: t.when, cell: (one) => <span class="so">{whenWords(one)}</span> },
  {
    title: t.paper,
    cell: ({ instrument, revokedByName, revokeReason }) => (
      <>
        {instrument.kind}: {instrumentWords(instrument)}
        {revokedByName !== null && (
          <>
            <br />
            <small>{fill(t.revokedBy, { name: revokedByName, reason: revokeReason ?? '' })}</small>
          </>
        )}
      </>
    ),
  },
  {
    title: t.status,
    cell: ({ standing, canRevoke, id, toName, fromName }) => (
      <>
        <Tag tone={TONES[standing]}>{delegationGroups[standing]}</Tag>
        {canRevoke && (
          <>
            <br />
            <a href={`${DELEGATIONS}/${id}/thu-hoi`}>
              {t.revoke}
              <span class="an"> {fill(t.revokeOf, { to: toName, from: fromName })}</span>
            </a>
          </>
        )}
      </>
    ),
  },
]

export function whatWords({ kind, roles, ...scope }: DelegationView, sectors: readonly SectorChoice[]): string {
  const work = kind === 'substitution' ? `: ${roles.map((role) => accountTexts.roleNames[role]).join(', ')}` : ''
  return `${delegationKindWords[kind]}${work}; ${scopeWords(scope, sectors)}`
}

/** `chỉ lĩnh vực Đất đai và thủ tục 2.000815` */
function scopeWords(
  { procedureCodes, sectorCodes }: Pick<DelegationView, 'procedureCodes' | 'sectorCodes'>,
  sectors: readonly SectorChoice[],
): string {
  const nameOf = (code: string) => sectors.find((sector) => sector.code === code)?.name ?? code
  const limits = [
    ...(sectorCodes ? [fill(t.someSectors, { names: sectorCodes.map(nameOf).join(', ') })] : []),
    ...(procedureCodes ? [fill(t.someProcedures, { codes: procedureCodes.join(', ') })] : []),
  ]
  return limits.length === 0 ? t.allProcedures : fill(t.only, { scope: limits.join(t.and) })
}

/** `từ 20/11/2026 đến 27/11/2026` */
export function whenWords({ validFrom, validTo }: Pick<DelegationView, 'validFrom' | 'validTo'>): string {
  const end = validTo === null ? t.untilRevoked : fill(t.until, { to: formatDate(validTo) })
  return `${fill(t.from, { from: formatDate(validFrom) })} ${end}`
}
