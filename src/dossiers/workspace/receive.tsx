import { formatDate, vietnamTime, weekdayName } from '../../platform/dates.ts'
import { act, field } from '../../platform/web/web.ts'
import { formatTerm } from '../../platform/term.ts'
import { dayReasonText, type DueDate } from '../../deadlines/index.ts'
import { BlockCalendar, Button, ButtonLink, Details, HiddenToken, Tag } from '../../ui/index.ts'
import { dueFrom } from '../clock/due.ts'
import type { ComponentView } from '../reading/get-dossier.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { type Work } from './open-work.ts'
import { workPath } from '../work-path.ts'
import { fill, formWords, headerTexts, omissionWords, receiveTexts as texts } from './texts.ts'
import type { Errors, WorkForm } from './work-form.tsx'

/** Codes of the papers found right. */
type Values = { checked: ReadonlySet<string> }

const name = ({ no }: Pick<ComponentView, 'no'>) => `tp-${no}`

/** Taking a dossier: every paper is looked at, then the date is promised. */
export const receiveForm: WorkForm<Values> = {
  path: 'tiep-nhan',
  action: 'receiveDossier',
  title: texts.title,
  blank: () => ({ checked: new Set() }),
  read: (form, { view }) => ({
    checked: new Set(view.components.filter((one) => field(form, name(one)) !== '').map(({ code }) => code)),
  }),
  check: ({ checked }, { view }) =>
    view.components
      .filter(({ code }) => !checked.has(code))
      .map((one) => ({ field: name(one), message: fill(texts.unchecked, { name: one.name }) })),
  send: (request, { view }) => act(request, receiveDossier, { dossierCode: view.dossier.code }),
  async body({ request, work, values, errors, token, top, seen }) {
    const { dossier } = work.view
    const due = await dueFrom(request.server.app.db, dossier.competentUnitId, dossier.term, work.now)
    return (
      <form class="khung-viec" method="post">
        <HiddenToken token={token} />
        {seen}
        <div class="soan">
          <div class="trai">
            {top}
            <h2>{texts.title}</h2>
            <p>{texts.lead}</p>
            <Papers work={work} values={values} errors={errors} />
          </div>
          <aside class="phai-dt" aria-label={texts.promise}>
            <PromisedDate work={work} due={due} />
          </aside>
        </div>
        <footer class="lenh">
          <ButtonLink kind="quiet" href={workPath(dossier.code)}>
            {headerTexts.cancel}
          </ButtonLink>
          <ButtonLink kind="secondary" href={workPath(dossier.code, '/bo-sung')} icon="circle-pause" shortcut="B">
            {texts.missing}
          </ButtonLink>
          <span class="phai" />
          <Button icon="check" shortcut="Ctrl+Enter">
            {texts.submit}
          </Button>
        </footer>
      </form>
    )
  },
}

function Papers({ work, values, errors }: { work: Work; values: Values; errors: Errors }) {
  const { components, dossier } = work.view
  return (
    <ul class="tp" aria-label={texts.group}>
      {components.map((one) => {
        const isWrong = errors.some((error) => error.field === name(one))
        return (
          <li key={one.no}>
            <label class="dau-tich">
              <input
                type="checkbox"
                id={name(one)}
                name={name(one)}
                value="1"
                checked={values.checked.has(one.code)}
                aria-invalid={isWrong ? 'true' : undefined}
              />
              <span>
                {one.omitted ? texts.seen : texts.isRight}
                <span class="an">: {one.name}</span>
              </span>
            </label>
            <div>
              <b class="ten-tp">{one.name}</b>
              <PaperFacts paper={one} code={dossier.code} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function PaperFacts({ paper, code }: { paper: ComponentView; code: string }) {
  if (paper.omitted) return <Tag tone="plain">{omissionWords[paper.omitted]}</Tag>
  return (
    <p class="nhe nho khong-cach">
      {paper.form ? `${formWords[paper.form]} · ` : ''}
      {paper.documents.length === 0 && texts.noFile}
      {paper.documents.map((file, index) => (
        <>
          {index > 0 && ' · '}
          <a href={workPath(code, `?tep=${file.id}`)} target="_blank" rel="noopener">
            {file.name}
          </a>
        </>
      ))}
    </p>
  )
}

function PromisedDate({ work, due }: { work: Work; due: DueDate }) {
  const { dueOn, dueAt, explanation } = due
  const [year, month, day] = dueOn.split('-')
  const sentence = fill(texts.dueSentence, {
    day: `${weekdayName(dueOn)} ${formatDate(dueOn)}`,
    time: vietnamTime(dueAt),
  })
  return (
    <>
      <h2>{texts.promise}</h2>
      <BlockCalendar
        heading={fill(texts.dueHeading, { month: Number(month), year: year ?? '' })}
        day={String(Number(day))}
        weekday={weekdayName(dueOn)}
        note={fill(texts.term, { term: formatTerm(work.view.dossier.term) })}
        label={sentence}
      />
      <p class="doc">{sentence}</p>
      <div class="doc">
        <Details summary={texts.explain}>
          <ul class="nho">
            {explanation.map((reason) => (
              <li key={`${reason.on}${reason.mark}`}>{dayReasonText(reason)}</li>
            ))}
          </ul>
        </Details>
      </div>
    </>
  )
}
