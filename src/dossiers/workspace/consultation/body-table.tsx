import { formatDate, formatDateTime } from '../../../platform/dates.ts'
import {
  Button,
  ButtonLink,
  Details,
  HiddenToken,
  Icon,
  Table,
  Tag,
  type Column,
  type TagTone,
} from '../../../ui/index.ts'
import type { BodyState } from '../../consultation/consultation.ts'
import type { BodyView, ConsultationView, OpinionView } from '../../consultation/get-consultation.ts'
import { answerWords, bodyStateWords } from '../../consultation/texts.ts'
import { workPath } from '../../work-path.ts'
import { fill } from '../texts.ts'
import { partTexts as texts } from './texts.ts'

const TONES = {
  agree: 'ok',
  'agree-with-conditions': 'soon',
  disagree: 'late-soft',
  'no-opinion': 'plain',
  waiting: 'outline',
  silent: 'ok',
  missing: 'late-soft',
  released: 'plain',
} satisfies Record<BodyState, TagTone>

type Props = { code: string; consultation: ConsultationView; token: string }

/** The bodies asked: until when, and what each answered. */
export function BodyTable({ code, consultation, token }: Props) {
  const columns: Column<BodyView>[] = [
    {
      title: texts.body,
      rowHeader: true,
      cell: ({ unitName, question }) => (
        <>
          {unitName}
          {question !== null && <small class="cau-rieng">{question}</small>}
        </>
      ),
    },
    { title: texts.deadline, cell: (body) => <Deadline body={body} /> },
    { title: texts.answer, cell: (body) => <Answer code={code} no={consultation.no} body={body} token={token} /> },
  ]
  return (
    <Table
      caption={texts.caption}
      captionHidden
      dense
      columns={columns}
      rows={consultation.bodies}
      rowKey={({ id }) => id}
    />
  )
}

function Deadline({ body }: { body: BodyView }) {
  return (
    <>
      <span class="so">{formatDate(body.replyBy)}</span>
      {body.whyAfterDue !== null && <small class="cau-rieng">{fill(texts.afterDue, { why: body.whyAfterDue })}</small>}
      {body.lastRemindedAt !== null && (
        <small class="cau-rieng">
          {fill(texts.reminded, { count: body.reminderCount, at: formatDateTime(body.lastRemindedAt) })}
        </small>
      )}
    </>
  )
}

function Answer({ code, no, body, token }: { code: string; no: number; body: BodyView; token: string }) {
  const last = body.opinions.at(-1)
  const earlier = body.opinions.slice(0, -1)
  return (
    <>
      <p>
        <Tag tone={TONES[body.state]}>{bodyStateWords[body.state]}</Tag>{' '}
        {last?.isLate && <Tag tone="late-soft">{texts.late}</Tag>}
      </p>
      {last && <Words code={code} opinion={last} />}
      {earlier.length > 0 && (
        <Details summary={texts.earlier}>
          {earlier.map((opinion) => (
            <div key={opinion.no}>
              <p>
                <b>{answerWords[opinion.answer]}</b>
              </p>
              <Words code={code} opinion={opinion} />
            </div>
          ))}
        </Details>
      )}
      {body.released && (
        <p class="nhe nho">
          {fill(texts.released, {
            name: body.released.byName,
            at: formatDateTime(body.released.at),
            reason: body.released.reason,
          })}
        </p>
      )}
      {body.whyNotRelease === null && (
        <p>
          <ButtonLink kind="quiet" href={workPath(code, `/lay-y-kien/${no}/thoi-cho/${body.id}`)}>
            {texts.release}
            <span class="an"> {body.unitName}</span>
          </ButtonLink>
        </p>
      )}
      {body.whyNotRemind === null && (
        <form method="post" action={workPath(code, `/lay-y-kien/${no}/nhac`)}>
          <HiddenToken token={token} />
          <input type="hidden" name="co-quan" value={body.id} />
          <Button kind="secondary" icon="bell-ring">
            {texts.remind}
            <span class="an"> {body.unitName}</span>
          </Button>
        </form>
      )}
    </>
  )
}

function Words({ code, opinion }: { code: string; opinion: OpinionView }) {
  return (
    <>
      {opinion.text !== null && <p class="loi-van">{opinion.text}</p>}
      {opinion.file && (
        <p>
          <a href={workPath(code, `/lay-y-kien/tep/${opinion.file.id}`)}>
            <Icon name="file-check" /> {texts.replyFile}
          </a>
        </p>
      )}
      <p class="nhe nho">{fill(texts.by, { name: opinion.byName, at: formatDateTime(opinion.at) })}</p>
    </>
  )
}
