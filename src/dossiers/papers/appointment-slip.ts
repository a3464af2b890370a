import { formatDate, vietnamDate, vietnamTime, weekdayName, type LegalDate } from '../../platform/dates.ts'
import type { RenderedPaper } from '../../platform/pdf.ts'
import type { ComponentForm } from '../dossier.ts'
import type { DossierPaper } from './dossier-paper.ts'
import { renderForm } from './render-form.ts'

/** Mẫu số 01: giấy tiếp nhận hồ sơ và hẹn trả kết quả (Circular 03/2025, Appendix I). */
export type AppointmentSlip = DossierPaper & {
  /** người nộp: who signs; not always the applicant. */
  submitterName: string
  /** In which capacity, and by which paper, when it is not the applicant. */
  actsAs: string | null
  /** Names of those who applied with them. */
  together: string[]
  components: { name: string; form: 'original' | 'copy' | 'electronic'; quantity: number }[]
  /** What the last supplement brought, item by item; null for a dossier nobody asked to complete. */
  supplied: { request: string; on: LegalDate; items: SuppliedItem[] } | null
  /** số lượng hồ sơ (bộ) */
  sets: number
  /** Wording of fees; `không` when there are none. */
  fees: string
  /** Term as the law states it, and the shorter one the agency promises, if any. */
  term: string
  promisedTerm: string | null
  receivedAt: Date
  dueAt: Date
  /** The due date crosses days not yet decided: printed as expected. */
  provisional: boolean
  /** Where the result is handed over, and how the applicant chose to receive it. */
  pickUpAt: string
  delivery: string
  /** Where it stands in the register, when the register has been opened. */
  register: { book: string; line: string } | null
  hotline: string
}

/** In which form a desk took it, or why it was not brought; neither is told of what came online. */
export type SuppliedItem = { what: string; form: ComponentForm | null; reason: string | null }

/** Mẫu số 01 as PDF/A-2b, with the anchor `sign` over the receiving officer's name. */
export function renderAppointmentSlip(slip: AppointmentSlip): Promise<RenderedPaper> {
  const dueOn = vietnamDate(slip.dueAt)
  return renderForm('appointment-slip', slip, {
    due: {
      time: clock(slip.dueAt),
      weekday: weekdayName(dueOn),
      date: formatDate(dueOn),
      short: formatDate(dueOn).slice(0, 5),
    },
    received: moment(slip.receivedAt),
    supplied: slip.supplied && { ...slip.supplied, on: formatDate(slip.supplied.on) },
    codeTail: slip.dossierCode.slice(-7),
  })
}

/** `17 giờ`, `16 giờ 30` */
function clock(instant: Date): string {
  const [hours = '', minutes] = vietnamTime(instant).split(':')
  return minutes === '00' ? `${hours} giờ` : `${hours} giờ ${minutes}`
}

function moment(instant: Date): { hour: string; minute: string; on: LegalDate } {
  const [hour = '', minute = ''] = vietnamTime(instant).split(':')
  return { hour, minute, on: vietnamDate(instant) }
}
