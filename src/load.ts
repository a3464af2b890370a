import { loadCatalogue, reportLines, type ImportReport } from './catalogue/index.ts'
import { loadCalendar, type CalendarDifference } from './deadlines/index.ts'
import { loadForms } from './forms/index.ts'
import { loadDemoPeople, type DemoPeople } from './identity/index.ts'
import { loadInstantDemo } from './instant/index.ts'
import { loadOrganisation } from './organisation/index.ts'
import type { App } from './platform/app.ts'
import type { Progress } from './platform/progress.ts'
import { startTexts } from './start.texts.ts'

export type LoadReport = {
  people: DemoPeople | undefined
  /** What changed, for a terminal. */
  lines: string[]
  report: { units: number; calendar: CalendarDifference; procedures: ImportReport | null }
}

/** Fills the province: units, calendar, procedures and, outside production, invented people. Again changes nothing. */
export async function loadProvince(app: App, progress: Progress): Promise<LoadReport> {
  const { units } = await progress(startTexts.units, () => loadOrganisation(app))
  const calendar = await progress(startTexts.calendar, () => loadCalendar(app.db))
  const procedures = (await progress(startTexts.procedures, () => loadCatalogue(app))) ?? null
  const forms = await progress(startTexts.forms, () => loadForms(app))
  const lines = [
    `units: ${units} loaded`,
    `calendar: added ${calendar.added}, changed ${calendar.changed}, removed ${calendar.removed}`,
    ...(procedures ? reportLines(procedures) : ['procedures: nothing new']),
    `forms: ${forms.published} published`,
  ]
  const people =
    app.settings.mode === 'production' ? undefined : await progress(startTexts.people, () => loadDemoPeople(app))
  if (people) await loadInstantDemo(app)
  return { people, lines, report: { units, calendar, procedures } }
}
