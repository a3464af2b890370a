import type { VNode } from 'preact'
import { formatDate, vietnamDate } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import type { WebRequest } from '../../platform/web/web.ts'
import type { ReachedDossier } from '../../dossiers/index.ts'
import { instrumentWords, issueAuthorityById } from '../../organisation/index.ts'
import { resultOf } from '../../results/index.ts'
import { ButtonLink, Panel } from '../../ui/index.ts'
import { whyNotAskForPerson } from '../run.ts'
import { runOf } from '../store.ts'
import { checkWords } from '../texts.ts'
import { portalTexts as texts } from './texts.ts'

/** On the citizen's page: that a machine decided, on which checks, and how to have a person look. */
export const instantTrackingSection = {
  id: 'tu-dong',
  async render(request: WebRequest, dossier: ReachedDossier): Promise<VNode | undefined> {
    const { db } = request.server.app
    const run = await runOf(db, dossier.id)
    if (run?.state !== 'issued' || run.authorityId === null) return undefined
    const [authority, result] = await Promise.all([issueAuthorityById(db, run.authorityId), resultOf(db, dossier.id)])
    const isPresent = result !== undefined && result.authorityId !== null
    if (!authority || (!isPresent && run.askedForPersonAt === null)) return undefined
    return (
      <Panel title={texts.decided}>
        <p>{fill(texts.under, { instrument: instrumentWords(authority.instrument) })}</p>
        <ul>
          {run.checks.map(({ code }) => (
            <li key={code}>{checkWords[code]}</li>
          ))}
        </ul>
        {run.askedForPersonAt === null ? (
          <>
            <p>{texts.right}</p>
            {whyNotAskForPerson(run, result) === undefined && (
              <p>
                <ButtonLink kind="secondary" href={`/ho-so/${encodeURIComponent(dossier.code)}/xem-lai`} block>
                  {texts.ask}
                </ButtonLink>
              </p>
            )}
          </>
        ) : (
          <p>{fill(texts.asked, { day: formatDate(vietnamDate(run.askedForPersonAt)) })}</p>
        )}
      </Panel>
    )
  },
}
