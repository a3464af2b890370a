import {
  act,
  field,
  formToken,
  redirect,
  sitePage,
  type FormBody,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { unitBySlug, unitsInForce, type Unit } from '../../../organisation/index.ts'
import { saveDraftPage } from '../../drafts/save-draft-page.ts'
import { filingTexts as words } from '../texts.ts'
import { openFiling, type Filing } from './open-filing.ts'
import { MARK } from './part-mark.tsx'
import { nextAddress, PLACE_PART } from './parts.ts'
import { PlacePage } from './place.page.tsx'
import { CURRENT } from './with-filing.tsx'

type Shown = { chosen?: string; error?: string }

export async function showPlace(
  request: WebRequest,
  reply: WebReply,
  filing: Filing,
  { chosen, error }: Shown = {},
): Promise<WebReply> {
  const { communes, province } = await possiblePlaces(request, filing)
  const body = (
    <PlacePage
      filing={filing}
      communes={communes}
      province={province}
      chosen={chosen}
      error={error}
      token={formToken(request, reply)}
    />
  )
  const title = `${words.placeTitle}: ${filing.procedure.name}`
  return sitePage(request, reply, {
    site: 'portal',
    title,
    body,
    current: CURRENT,
    status: error === undefined ? 200 : 422,
  })
}

export async function savePlace(
  request: WebRequest,
  reply: WebReply,
  filing: Filing,
  form: FormBody,
): Promise<WebReply> {
  const code = field(form, 'competentUnitCode')
  const { communes, province } = await possiblePlaces(request, filing)
  if (![...communes, ...province].some((unit) => unit.code === code)) {
    return showPlace(request, reply, filing, { chosen: code, error: words.placeMissing })
  }
  const { resumeCode, competentUnitCode } = filing.draft
  const isElsewhere = MARK in form && field(form, MARK) !== (competentUnitCode ?? '') && code !== competentUnitCode
  if (isElsewhere && filing.place.ok) {
    const { name } = filing.place.result.competent
    return showPlace(request, reply, filing, { chosen: code, error: words.placeElsewhere(name) })
  }
  await act(request, saveDraftPage, { resumeCode, page: PLACE_PART, answers: {}, competentUnitCode: code })
  return redirect(reply, nextAddress(await openFiling(request, resumeCode), PLACE_PART))
}

/** The bodies that may decide on this procedure: committees of communes, and the department where the province may too. */
async function possiblePlaces(
  { server: { app } }: WebRequest,
  { procedure, today }: Filing,
): Promise<{ communes: Unit[]; province: Unit[] }> {
  const committees = procedure.levels.includes('commune')
    ? await unitsInForce(app.db, today, { kind: 'peoples-committee' })
    : []
  const department = procedure.levels.includes('province')
    ? await unitBySlug(app.db, procedure.department, today)
    : undefined
  return {
    communes: committees.filter(({ communeCode }) => communeCode !== null),
    province: department ? [department] : [],
  }
}
