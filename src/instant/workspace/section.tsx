import type { VNode } from 'preact'
import { formatDate, vietnamDate } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import type { WebRequest } from '../../platform/web/web.ts'
import type { DossierView } from '../../dossiers/index.ts'
import { instrumentWords, issueAuthorityById } from '../../organisation/index.ts'
import { Notice, Table, Tag, type NoticeTone } from '../../ui/index.ts'
import type { CheckResult } from '../check.ts'
import type { Run } from '../run.ts'
import { runOf } from '../store.ts'
import { outcomeWords, reasonWords } from '../officers.texts.ts'
import { checkWords } from '../texts.ts'
import { workTexts as texts } from './texts.ts'

const TONES = { issued: 'ok', passed: 'info', 'to-person': 'soon' } satisfies Record<Run['state'], NoticeTone>
const STATES = { issued: texts.issued, passed: texts.passed, 'to-person': texts.toPerson } as const
const TAGS = { passes: 'ok', fails: 'late-soft', unsure: 'soon' } as const

/** The tab "Kiểm tra tự động" of the officer's page: every check with its outcome, and why a person has it. */
export const instantSection = {
  id: 'tu-dong',
  title: texts.tab,
  actions: [] as readonly string[],
  async render(request: WebRequest, { dossier }: DossierView): Promise<VNode | null> {
    const { db } = request.server.app
    const run = await runOf(db, dossier.id)
    if (!run) return null
    const authority = run.authorityId === null ? undefined : await issueAuthorityById(db, run.authorityId)
    return (
      <>
        <Notice tone={TONES[run.state]} title={STATES[run.state]}>
          {run.reason && reasonWords(run.reason)}
        </Notice>
        {run.askedForPersonAt && <p>{fill(texts.askedOn, { day: formatDate(vietnamDate(run.askedForPersonAt)) })}</p>}
        <Table
          caption={texts.tab}
          captionHidden
          rows={run.checks}
          rowKey={({ code }) => code}
          columns={[
            { title: texts.check, rowHeader: true, cell: ({ code }) => checkWords[code] },
            { title: texts.outcome, cell: (check) => <OutcomeOf check={check} /> },
          ]}
        />
        {authority && (
          <p class="nhe">
            {texts.under} {instrumentWords(authority.instrument)}
          </p>
        )}
      </>
    )
  },
}

function OutcomeOf({ check }: { check: CheckResult }) {
  return (
    <>
      <Tag tone={TAGS[check.is]}>{outcomeWords[check.is]}</Tag>{' '}
      {check.is !== 'passes' && reasonWords({ code: check.why })}
    </>
  )
}
