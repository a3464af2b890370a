import { refusalWords } from '../../platform/refusal.ts'
import { sitePage, type Web } from '../../platform/web/web.ts'
import { ButtonLink, EmptyState } from '../../ui/index.ts'
import { DossierHeader, dossierTitle } from './dossier-header.tsx'
import { moreActions, type OfficeAction } from './office-actions.ts'
import { openWork } from './open-work.ts'
import { workPath } from '../work-path.ts'
import { headerTexts } from './texts.ts'
import { moreTexts as texts, turnTexts } from './turns.texts.ts'

/** Turns that are seldom taken, each with what it does or why it cannot be done now. */
export function moreRoutes(web: Web): void {
  web.get<{ Params: { code: string } }>('/lam/:code/viec-khac', async (request, reply) => {
    const work = await openWork(request, request.params.code)
    const { code } = work.view.dossier
    const words = (reason: NonNullable<OfficeAction['reason']>) => refusalWords(request.server.app.refusals, reason)
    const actions = moreActions(work)
    return sitePage(request, reply, {
      site: 'workspace',
      title: `${texts.title}, ${dossierTitle(work)}`,
      current: '/viec',
      narrow: true,
      body: (
        <>
          <DossierHeader work={work} backHref={workPath(code)} />
          <div class="khung-viec">
            <div class="cuon-trang">
              <div class="mot-cot">
                <h2 class="tua">{texts.title}</h2>
                {actions.length === 0 ? (
                  <EmptyState icon="list-checks" title={texts.none} level={3} />
                ) : (
                  <p class="nhe">{texts.lead}</p>
                )}
                <ul class="viec-khac">
                  {actions.map((action) => (
                    <li key={action.action}>
                      <h3>{action.reason ? action.label : <a href={action.href}>{action.label}</a>}</h3>
                      <p class="nhe">{action.reason ? words(action.reason) : leadOf(action)}</p>
                    </li>
                  ))}
                </ul>
              </div>
            </div>
            <footer class="lenh">
              <ButtonLink kind="quiet" href={workPath(code)}>
                {headerTexts.backToDossier}
              </ButtonLink>
            </footer>
          </div>
        </>
      ),
    })
  })
}

function leadOf({ action }: OfficeAction): string {
  return Object.entries(turnTexts).find(([name]) => name === action)?.[1].lead ?? ''
}
