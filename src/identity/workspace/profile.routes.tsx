import { Actions, ButtonLink, SummaryList } from '../../ui/index.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ask, sitePage, type Web } from '../../platform/web/web.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { accountById, grantsOf } from '../store/accounts.ts'
import { passkeysOf, totpOf } from '../store/second-factors.ts'
import { accountTexts as t } from '../texts.ts'
import { listDelegations, type DelegationView } from '../delegations/list-delegations.ts'
import { delegationTexts } from '../delegations/texts.ts'
import { DELEGATIONS, whatWords, whenWords, type SectorChoice } from './delegations.page.tsx'
import type { SectorsIn } from './sectors-in.ts'

/** An officer's own account. */
export async function profileRoutes(web: Web, sectorsIn: SectorsIn): Promise<void> {
  web.get('/can-bo/tai-khoan', async (request, reply) => {
    const { actor } = request
    if (actor.kind !== 'officer')
      throw new Refusal(actor.kind === 'anonymous' ? 'platform.not-signed-in' : 'platform.forbidden')
    const { db, clock } = web.app
    const account = await accountById(db, actor.accountId)
    const grants = await grantsOf(db, actor.accountId, vietnamDate(clock.now()))
    const units = new Map(
      (
        await unitsByIds(
          db,
          grants.map(({ unitId }) => unitId),
        )
      ).map((unit) => [unit.id, unit.name]),
    )
    const totp = await totpOf(db, actor.accountId)
    const factors = [
      ...(totp?.confirmedAt ? [t.totp] : []),
      ...(await passkeysOf(db, actor.accountId)).map(({ name }) => t.passkey(name)),
    ]
    const standing = (await ask(request, listDelegations, {})).filter(
      (one) => one.standing === 'in-force' || one.standing === 'coming',
    )
    const sectors = await sectorsIn(request.server.app.db)
    const body = (
      <div class="cuon-trang">
        <SummaryList
          boxed
          rows={[
            { label: t.fullName, value: actor.fullName },
            { label: t.signInName, value: <span class="ma">{account?.signInName}</span> },
            {
              label: t.roles,
              value: (
                <ul>
                  {grants.map(({ role, position, unitId }) => (
                    <li key={`${role}${unitId}`}>
                      {position}, {units.get(unitId)} <span class="nhe">({t.roleNames[role]})</span>
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              label: delegationTexts.mineTitle,
              value: (
                <Standing
                  sectors={sectors}
                  delegations={standing.filter(({ toAccountId }) => toAccountId === actor.accountId)}
                  nameOf={({ fromName }) => fromName}
                  none={delegationTexts.mineNone}
                />
              ),
            },
            {
              label: delegationTexts.ofMineTitle,
              value: (
                <Standing
                  sectors={sectors}
                  delegations={standing.filter(({ fromAccountId }) => fromAccountId === actor.accountId)}
                  nameOf={({ toName }) => toName}
                  none={delegationTexts.ofMineNone}
                />
              ),
            },
            { label: t.secondFactors, value: factors.length > 0 ? factors.join('; ') : t.none },
          ]}
        />
        <Actions>
          <ButtonLink href="/can-bo/doi-mat-khau">{t.changePassword}</ButtonLink>
          <ButtonLink kind="secondary" href="/can-bo/cai-xac-thuc">
            {t.addFactor}
          </ButtonLink>
          <ButtonLink kind="secondary" href={DELEGATIONS}>
            {delegationTexts.all}
          </ButtonLink>
          <ButtonLink kind="secondary" href="/chung-thu-so-cua-toi">
            {t.myCertificate}
          </ButtonLink>
          <ButtonLink kind="secondary" href="/phien">
            {t.mySessions}
          </ButtonLink>
        </Actions>
      </div>
    )
    return sitePage(request, reply, { site: 'workspace', title: t.title, body, current: '/can-bo/tai-khoan' })
  })
}

type StandingProps = {
  delegations: readonly DelegationView[]
  sectors: readonly SectorChoice[]
  nameOf(delegation: DelegationView): string
  none: string
}

/** What is in force or will be: with whom, what, until when. */
function Standing({ delegations, sectors, nameOf, none }: StandingProps) {
  if (delegations.length === 0) return <>{none}</>
  return (
    <ul>
      {delegations.map((one) => (
        <li key={one.id}>
          {nameOf(one)}: {whatWords(one, sectors)}, <span class="so">{whenWords(one)}</span>
        </li>
      ))}
    </ul>
  )
}
