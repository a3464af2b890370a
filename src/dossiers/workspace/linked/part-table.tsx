import { formatDate, formatDateTime } from '../../../platform/dates.ts'
import { Button, ButtonLink, HiddenToken, Icon, Table, Tag, type Column, type TagTone } from '../../../ui/index.ts'
import type { LinkedPartView } from '../../linked/get-linked-parts.ts'
import type { PartState } from '../../linked/linked-part.ts'
import { partOutcomeWords, partStateWords } from '../../linked/texts.ts'
import { workPath } from '../../work-path.ts'
import { fill } from '../texts.ts'
import { partsTexts as texts } from './texts.ts'

export const PART_TONES = {
  sent: 'outline',
  accepted: 'sea',
  done: 'ok',
  returned: 'soon',
  released: 'plain',
} satisfies Record<PartState, TagTone>

type Props = { code: string; parts: readonly LinkedPartView[]; token: string }

/** Who does what by when, how it stands, and what the lead may do. */
export function PartTable({ code, parts, token }: Props) {
  const columns: Column<LinkedPartView>[] = [
    {
      title: texts.body,
      rowHeader: true,
      cell: ({ unitName, duty }) => (
        <>
          {unitName}
          <small class="cau-rieng">{duty}</small>
        </>
      ),
    },
    {
      title: texts.deadline,
      cell: ({ dueOn, lastRemindedAt, reminderCount }) => (
        <>
          <span class="so">{formatDate(dueOn)}</span>
          {lastRemindedAt !== null && (
            <small class="cau-rieng">
              {fill(texts.reminded, { count: reminderCount, at: formatDateTime(lastRemindedAt) })}
            </small>
          )}
        </>
      ),
    },
    { title: texts.standing, cell: (part) => <Standing code={code} part={part} token={token} /> },
  ]
  return <Table caption={texts.caption} captionHidden dense columns={columns} rows={parts} rowKey={({ id }) => id} />
}

function Standing({ code, part, token }: { code: string; part: LinkedPartView; token: string }) {
  const { id, state, isLate, ended, acceptedAt, acceptedByName, file, resentAs, unitName } = part
  return (
    <>
      <p>
        <Tag tone={PART_TONES[state]}>{partStateWords[state]}</Tag>{' '}
        {isLate && (ended === null || ended.kind === 'done') && (
          <Tag tone={ended === null ? 'late' : 'late-soft'}>{ended === null ? texts.late : texts.doneLate}</Tag>
        )}{' '}
        {resentAs !== null && <Tag>{texts.resent}</Tag>}
      </p>
      {acceptedAt !== null && (
        <p class="nhe nho">{fill(texts.acceptedBy, { name: acceptedByName ?? '', at: formatDateTime(acceptedAt) })}</p>
      )}
      {ended !== null && (
        <>
          {ended.outcome !== null && <p>{partOutcomeWords[ended.outcome]}</p>}
          {ended.note !== null && <p class="loi-van">{ended.note}</p>}
          {ended.legalBasis !== null && <p class="nhe nho">{fill(texts.basis, { basis: ended.legalBasis })}</p>}
          {file !== null && (
            <p>
              <a href={workPath(code, `/lien-thong/tep/${file.id}`)}>
                <Icon name="file-check" /> {texts.result}
              </a>
            </p>
          )}
          <p class="nhe nho">{fill(texts.endedBy, { name: ended.byName, at: formatDateTime(ended.at) })}</p>
        </>
      )}
      {part.whyNotRemind === null && (
        <form method="post" action={workPath(code, `/lien-thong/${id}/nhac`)}>
          <HiddenToken token={token} />
          <Button kind="secondary" icon="bell-ring">
            {texts.remind}
            <span class="an"> {unitName}</span>
          </Button>
        </form>
      )}
      {part.whyNotResend === null && (
        <p>
          <ButtonLink kind="secondary" href={workPath(code, `/lien-thong/${id}/gui-lai`)}>
            {texts.resend}
            <span class="an"> {unitName}</span>
          </ButtonLink>
        </p>
      )}
      {part.whyNotRelease === null && (
        <p>
          <ButtonLink kind="quiet" href={workPath(code, `/lien-thong/${id}/thoi-cho`)}>
            {texts.release}
            <span class="an"> {unitName}</span>
          </ButtonLink>
        </p>
      )}
    </>
  )
}
