import { Notice, Table } from '../../ui/index.ts'
import { ask, sitePage, type Web } from '../../platform/web/web.ts'
import { CertificateTabs, CERTIFICATES, RENEWALS } from '../../signing/index.ts'
import { renewalPlan, type RenewalPlan } from '../renewal/renewal-plan.ts'
import { planPageWords as t, planCommandWords as words } from '../renewal/texts.ts'

/** kế hoạch gia hạn, beside the certificates: how many documents need a new archive time stamp in which year. */
export async function renewalPlanRoutes(web: Web): Promise<void> {
  web.get(RENEWALS, async (request, reply) => {
    const body = <RenewalPlanPage plan={await ask(request, renewalPlan, {})} />
    return sitePage(request, reply, { site: 'workspace', title: words.title, current: CERTIFICATES, body })
  })
}

function RenewalPlanPage({ plan }: { plan: RenewalPlan }) {
  return (
    <div class="cuon-trang">
      <CertificateTabs current={RENEWALS} />
      {plan.late > 0 && (
        <Notice tone="late" title={words.late(plan)}>
          {t.lateWhy}
        </Notice>
      )}
      <p>{t.lead}</p>
      <Table
        caption={words.title}
        captionHidden
        rows={plan.years}
        rowKey={({ year }) => String(year)}
        empty={<p>{words.none}</p>}
        columns={[
          { title: t.year, rowHeader: true, cell: ({ year }) => words.year(year) },
          { title: t.count, cell: ({ count }) => <span class="so">{words.documents(count)}</span> },
        ]}
      />
      {plan.unplanned > 0 && <p>{words.unplanned(plan)}</p>}
    </div>
  )
}
