import type { VNode } from 'preact'
import { formatDate } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import type { WebRequest } from '../../platform/web/web.ts'
import type { ReachedDossier } from '../../dossiers/index.ts'
import { ButtonLink, Notice, Panel } from '../../ui/index.ts'
import { missingWords, raisingOf } from '../../signing/index.ts'
import { correctionWords as words } from '../correction/texts.ts'
import { resultViewOf } from '../get-result.ts'
import { texts } from './texts.ts'

/** On the citizen's page of a dossier: the result, from the moment it is issued. */
export const resultTrackingSection = {
  id: 'ket-qua',
  async render(request: WebRequest, dossier: ReachedDossier): Promise<VNode | undefined> {
    const { issued, underWay, earlier = [] } = (await resultViewOf(request.server.app.db, dossier)) ?? {}
    const raising = await raisingOf(request.server.app.db, `dossier:${dossier.id}`)
    if (raising && !issued)
      return (
        <Panel title={texts.signedTitle}>
          <p>{fill(texts.signedAndWaits, { missing: missingWords(raising.missing) })}</p>
        </Panel>
      )
    if (!issued) return undefined
    const replaced = earlier.at(-1)
    const path = `/ho-so/${encodeURIComponent(dossier.code)}/ket-qua`
    return (
      <Panel title={texts.ready}>
        <p>
          <b>{issued.title}</b>
          <br />
          {fill(texts.resultNumber, { number: issued.numberText, day: formatDate(issued.issuedOn) })}
        </p>
        {replaced && (
          <p class="nhe">
            {fill(words.isReplacement, { number: replaced.numberText, day: formatDate(replaced.issuedOn) })}
          </p>
        )}
        {underWay && (
          <Notice tone="hold" title={fill(words.underWay, { number: issued.numberText })}>
            {fill(words.underWayFor, { reason: underWay.reason })} {words.noTerm}
          </Notice>
        )}
        <p class="nhe nho">{fill(texts.signedBy, { name: issued.signatory, agency: issued.agency })}</p>
        <p>
          <ButtonLink href={path} icon="download" block download>
            {texts.download}
          </ButtonLink>
        </p>
        <p>
          <a href={`${path}/xem`} target="_blank" rel="noopener">
            {texts.view}
          </a>
          {' · '}
          <a href={`/kiem-tra/${issued.verificationCode}`}>{texts.checkIt}</a>
        </p>
      </Panel>
    )
  },
}
