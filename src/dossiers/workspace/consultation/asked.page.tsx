import type { VNode } from 'preact'
import { formatDateTime } from '../../../platform/dates.ts'
import { KeyQuestion, type OwnKey } from '../../../signing/index.ts'
import { BackLink, Button, FileInput, Icon, Notice, Radios, SummaryList, Tag, TextArea } from '../../../ui/index.ts'
import { OPINION_ANSWERS, type OpinionAnswer } from '../../consultation/consultation.ts'
import type { OpinionView } from '../../consultation/get-consultation.ts'
import type { OpinionAsked } from '../../consultation/get-opinion-asked.ts'
import { answerWords } from '../../consultation/texts.ts'
import { fill } from '../texts.ts'
import type { Errors } from '../work-form.tsx'
import { withError } from '../work-form.tsx'
import { StandingTag } from './asked-list.page.tsx'
import { answerTexts as texts } from './texts.ts'

export type AnswerValues = { answer: OpinionAnswer | undefined; text: string }

type Props = {
  asked: OpinionAsked
  values: AnswerValues
  errors: Errors
  top: VNode | null
  token: string
  fileBytes: number
  now: Date
  /** How the reader's own key is opened, where the answer must be signed. */
  ownKey: OwnKey | null
}

/** One question to the reader's body: what is asked, what may be seen, the answer. */
export function AskedPage({ asked, values, errors, top, token, fileBytes, now, ownKey }: Props) {
  const last = asked.opinions.at(-1)
  const isLate = last ? last.isLate : now > asked.replyAt
  const standing = last ? 'answered' : asked.isOpen ? 'open' : 'closed'
  return (
    <div class="cuon-trang">
      <div class="mot-cot hoi-y-kien">
        <BackLink href="/y-kien">{texts.back}</BackLink>
        {top}
        <h2 class="tua">{fill(texts.heading, { unit: asked.leadUnitName, body: asked.unitName })}</h2>
        <p>
          <StandingTag item={{ ...asked, standing, isLate }} now={now} />{' '}
          <span class="nhe">{fill(texts.askedBy, { name: asked.askedBy, at: formatDateTime(asked.askedAt) })}</span>
        </p>
        <h3>{texts.common}</h3>
        <p class="loi-van">{asked.question}</p>
        {asked.ownQuestion !== null && (
          <>
            <h3>{texts.own}</h3>
            <p class="loi-van">{asked.ownQuestion}</p>
          </>
        )}
        {asked.completeness === 'silence-agrees' && asked.isOpen && (
          <Notice tone="soon">{fill(texts.silence, { basis: asked.legalBasis ?? '' })}</Notice>
        )}
        <h3>{texts.about}</h3>
        <SummaryList
          rows={[
            { label: texts.procedure, value: asked.procedureName },
            { label: texts.code, value: asked.dossierCode },
            { label: texts.applicant, value: asked.applicantName },
          ]}
        />
        <h3>{texts.files}</h3>
        {asked.files.length === 0 && <p class="nhe">{texts.noFiles}</p>}
        <ul>
          {asked.files.map(({ name, file }) => (
            <li key={file.id}>
              <a href={`/y-kien/${asked.id}/tep/${file.id}`}>
                <Icon name="file-check" /> {name}
              </a>
            </li>
          ))}
        </ul>
        <p class="nhe nho">{texts.minimum}</p>
        {asked.opinions.length > 0 && <Given asked={asked} />}
        {asked.isOpen ? (
          <AnswerForm
            asked={asked}
            values={values}
            errors={errors}
            token={token}
            fileBytes={fileBytes}
            isLate={isLate}
            ownKey={ownKey}
          />
        ) : (
          <Notice tone="hold">{texts.ended}</Notice>
        )}
      </div>
    </div>
  )
}

function Given({ asked }: { asked: OpinionAsked }) {
  return (
    <>
      <h3>{texts.yours}</h3>
      <ol class="y-kien-da-gui">
        {asked.opinions.toReversed().map((opinion) => (
          <li key={opinion.no}>
            <GivenOpinion id={asked.id} opinion={opinion} isCurrent={opinion.no === asked.opinions.length} />
          </li>
        ))}
      </ol>
    </>
  )
}

function GivenOpinion({ id, opinion, isCurrent }: { id: string; opinion: OpinionView; isCurrent: boolean }) {
  return (
    <>
      <p>
        <Tag tone={isCurrent ? 'sea' : 'plain'}>{answerWords[opinion.answer]}</Tag>{' '}
        <span class="nhe nho">
          {fill(texts.version, { no: opinion.no })}, {opinion.byName}, {formatDateTime(opinion.at)}
        </span>
      </p>
      {opinion.text !== null && <p class="loi-van">{opinion.text}</p>}
      {opinion.file && (
        <p>
          <a href={`/y-kien/${id}/tep/${opinion.file.id}`}>
            <Icon name="file-check" /> {opinion.file.name}
          </a>
        </p>
      )}
    </>
  )
}

type FormProps = Pick<Props, 'asked' | 'values' | 'errors' | 'token' | 'fileBytes' | 'ownKey'> & { isLate: boolean }

function AnswerForm({ asked, values, errors, token, fileBytes, isLate, ownKey }: FormProps) {
  const isAgain = asked.opinions.length > 0
  const address = `/y-kien/${asked.id}?${new URLSearchParams({ _csrf: token }).toString()}`
  return (
    <form method="post" action={address} encType="multipart/form-data" data-upload>
      <input type="hidden" name="da-thay" value={asked.opinions.at(-1)?.no ?? 0} />
      {isAgain && (
        <>
          <h3>{texts.replace}</h3>
          <p class="nhe">{texts.replaceHint}</p>
        </>
      )}
      {!isAgain && isLate && <Notice tone="soon">{texts.lateNow}</Notice>}
      <Radios
        name="y-kien"
        label={texts.answer}
        options={OPINION_ANSWERS.map((answer) => ({ value: answer, label: answerWords[answer] }))}
        {...(values.answer === undefined ? {} : { value: values.answer })}
        {...withError(errors, 'y-kien')}
      />
      <TextArea
        name="loi-dap"
        label={texts.text}
        hint={texts.textHint}
        rows={6}
        maxLength={8_000}
        value={values.text}
        {...withError(errors, 'loi-dap')}
      />
      <FileInput
        name="van-ban"
        label={texts.file}
        optional
        accept=".pdf,image/jpeg,image/png"
        maxBytes={fileBytes}
        {...withError(errors, 'van-ban')}
      />
      {ownKey !== null && <KeyQuestion own={ownKey} />}
      <p>
        <Button icon="send-horizontal">{texts.submit}</Button>
      </p>
    </form>
  )
}
