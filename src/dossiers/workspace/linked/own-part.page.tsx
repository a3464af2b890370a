import type { VNode } from 'preact'
import { formatDate, formatDateTime } from '../../../platform/dates.ts'
import { BackLink, Icon, Notice, SummaryList, Tag } from '../../../ui/index.ts'
import type { OwnPart } from '../../linked/get-linked-part.ts'
import { directionWords, partOutcomeWords, partStateWords } from '../../linked/texts.ts'
import { fill } from '../texts.ts'
import { PART_TONES } from './part-table.tsx'
import { ownPartTexts as texts } from './texts.ts'

/** One part of the reader's body: what is to be done, what may be seen; the forms stand below. */
export function OwnPartPage({ part, top, forms }: { part: OwnPart; top: VNode | null; forms: VNode | null }) {
  const { state, ended } = part
  return (
    <div class="cuon-trang">
      <div class="mot-cot hoi-y-kien">
        <BackLink href="/lien-thong">{texts.back}</BackLink>
        {top}
        <h2 class="tua">{fill(texts.heading, { unit: part.unitName, duty: part.duty })}</h2>
        <p>
          <Tag tone={PART_TONES[state]}>{partStateWords[state]}</Tag>{' '}
          <Tag tone="outline">{fill(texts.clock, { day: formatDate(part.dueOn) })}</Tag>{' '}
          <span class="nhe">
            {fill(texts.sentBy, { lead: part.leadUnitName, name: part.sentBy, at: formatDateTime(part.sentAt) })}
          </span>
        </p>
        {part.note !== null && (
          <>
            <h3>{texts.note}</h3>
            <p class="loi-van">{part.note}</p>
          </>
        )}
        <h3>{texts.about}</h3>
        <SummaryList
          rows={[
            { label: texts.procedure, value: part.procedureName },
            { label: texts.code, value: part.dossierCode },
            { label: texts.applicant, value: part.applicantName },
            {
              label: texts.step,
              value: `${part.stepName} (${directionWords[part.direction].toLocaleLowerCase('vi')})`,
            },
          ]}
        />
        {part.answers.length > 0 && (
          <>
            <h3>{texts.declared}</h3>
            <SummaryList rows={part.answers.map(({ label, text }) => ({ label, value: text }))} />
          </>
        )}
        <h3>{texts.files}</h3>
        {part.files.length === 0 ? (
          <p class="nhe">{texts.noFiles}</p>
        ) : (
          <ul>
            {part.files.map(({ name, file }) => (
              <li key={file.id}>
                <a href={`/lien-thong/${part.id}/tep/${file.id}`}>
                  <Icon name="file-text" /> {name}
                </a>
              </li>
            ))}
          </ul>
        )}
        <p class="nhe nho">{texts.minimum}</p>
        {ended !== null && (
          <Notice title={ended.outcome === null ? partStateWords[ended.kind] : partOutcomeWords[ended.outcome]}>
            {ended.note !== null && <p class="loi-van">{ended.note}</p>}
            {ended.file && (
              <p>
                <a href={`/lien-thong/${part.id}/tep/${ended.file.id}`}>{texts.file}</a>
              </p>
            )}
            <p class="nhe nho">{fill(texts.ended, { name: ended.byName, at: formatDateTime(ended.at) })}</p>
          </Notice>
        )}
        {forms}
      </div>
    </div>
  )
}
