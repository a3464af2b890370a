import { act, field, type FormBody, type WebRequest } from '../../platform/web/web.ts'
import { isDeepStrictEqual } from 'node:util'
import type { ReceivedForm, StoredFile } from '../../documents/index.ts'
import { saveDraftPage, takeDraftFiles, type Draft, type DraftPaper } from '../../dossiers/index.ts'
import { changedEntries, namesOf, readAnswers, rootOf } from '../../forms/index.ts'
import { asChoice, isForm, type DeskPaper, type PaperChoice } from '../paper-choice.ts'
import { DESK_PAGE, paperPage, type DeskNotes, type Reception } from '../reception.ts'
import type { PersonHeard } from './hear-person.ts'

/** Keeps everything typed and uploaded, right or wrong: whatever comes after, nothing of it is lost. */
export async function keepReception(
  request: WebRequest,
  reception: Reception,
  draft: Draft,
  received: ReceivedForm,
  person: PersonHeard | null,
): Promise<void> {
  const { form } = received
  await keepAnswers(request, reception, draft, { ...form, ...person?.values })
  for (const paper of reception.papers) await keepPaper(request, reception, draft, paper, received)
  await keepNotes(request, reception, draft, form, person)
}

async function keepPage(
  request: WebRequest,
  { resumeCode, pages }: Draft,
  page: string,
  answers: Record<string, unknown>,
  competentUnitCode?: string,
): Promise<void> {
  if (competentUnitCode === undefined && isDeepStrictEqual(pages[page] ?? {}, answers)) return
  await act(request, saveDraftPage, {
    resumeCode,
    page,
    answers,
    ...(competentUnitCode === undefined ? {} : { competentUnitCode }),
  })
}

async function keepAnswers(
  request: WebRequest,
  { form, today }: Reception,
  draft: Draft,
  typed: FormBody,
): Promise<void> {
  const read = readAnswers(form, typed, { today })
  const values = changedEntries(form, typed, read.values)?.values ?? read.values
  for (const { id } of form.layout.pages) {
    const own = namesOf(form, id)
    const answers = Object.entries(values).filter(([name]) => own.has(rootOf(name)))
    await keepPage(request, draft, id, Object.fromEntries(answers))
  }
}

async function keepPaper(
  request: WebRequest,
  { files }: Reception,
  draft: Draft,
  paper: DeskPaper,
  { form, files: sent }: ReceivedForm,
): Promise<void> {
  const known = new Set(paper.fileIds.flatMap((id) => files.get(id) ?? []).map(contentKey))
  const arrived = sent.filter(({ field: box, file }) => box === fileBox(paper) && !known.has(contentKey(file)))
  await takeDraftFiles(
    request,
    draftPaper(draft, paper, files),
    arrived.map(({ file }) => file),
  )
  const said = asChoice(field(form, choiceBox(paper)), paper) ?? paper.choice
  const choice = arrived.length > 0 && !isForm(said) ? formOf(paper) : said
  await keepPage(request, draft, paperPage(paper.no), isForm(choice) ? { form: choice } : { omitted: choice })
}

export function draftPaper(
  { resumeCode }: Draft,
  { code, name, fileIds }: DeskPaper,
  files: Reception['files'],
): DraftPaper {
  return { resumeCode, code, name, files: fileIds.flatMap((id) => files.get(id) ?? []) }
}

/** A scan says the paper is there, whatever the box said before. */
function formOf({ originals, copies }: DeskPaper): PaperChoice {
  return originals === 0 && copies > 0 ? 'copy' : 'original'
}

function contentKey({ sha256, name }: StoredFile): string {
  return `${sha256} ${name}`
}

async function keepNotes(
  request: WebRequest,
  { notes, agencies, desks }: Reception,
  draft: Draft,
  form: FormBody,
  person: PersonHeard | null,
): Promise<void> {
  const heard = person?.heard ?? notes.heard
  const deskCode = desks.find(({ code }) => code === field(form, 'quay'))?.code ?? notes.deskCode
  const competentUnitCode = agencies.find(({ code }) => code === field(form, 'noi'))?.code ?? agencies[0]?.code
  const [more, whyAgain] = [field(form, 'huong-dan'), field(form, 'vi-sao')]
  const answers: DeskNotes = {
    ...(heard ? { heard } : {}),
    ...(deskCode === undefined ? {} : { deskCode }),
    ...(more === '' ? {} : { more }),
    ...(whyAgain === '' ? {} : { whyAgain }),
  }
  await keepPage(
    request,
    draft,
    DESK_PAGE,
    answers,
    competentUnitCode === draft.competentUnitCode ? undefined : competentUnitCode,
  )
}

export function fileBox({ no }: Pick<DeskPaper, 'no'>): string {
  return `tep-${no}`
}

export function choiceBox({ no }: Pick<DeskPaper, 'no'>): string {
  return `giay-${no}`
}
