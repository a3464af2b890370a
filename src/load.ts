import { loadCatalogue } from './catalogue/index.ts'
import { loadCalendar } from './deadlines/index.ts'
import { loadDemoPeople, type DemoPeople } from './identity/index.ts'
import { loadOrganisation } from './organisation/index.ts'
import type { App } from './platform/app.ts'
import type { Progress } from './platform/progress.ts'

export type LoadReport = { people: DemoPeople | undefined }

/** Fills the province: units, calendar, procedures and, outside production, invented people. Again changes nothing. */
export async function loadProvince(app: App, progress: Progress): Promise<LoadReport> {
  await progress('Nạp đơn vị hành chính và cơ quan', () => loadOrganisation(app))
  await progress('Nạp lịch làm việc', () => loadCalendar(app.db))
  await progress('Nạp 2.813 thủ tục hành chính', () => loadCatalogue(app))
  if (app.settings.mode === 'production') return { people: undefined }
  return { people: await progress('Tạo người dùng thử', () => loadDemoPeople(app)) }
}
