import type { QualityFinding } from './cleaning/finding.ts'
import { publishable, whyNotOnline, type ProcedureSummary, type ProcedureVersion } from './procedure.ts'
import { storedContent } from './store.ts'

/** A procedure in a list as programs get it: amounts are JSON numbers, whole đồng. */
export type SummaryAnswer = Omit<ProcedureSummary, 'id' | 'amountsDong'> & {
  versionId: string
  amountsDong: (number | null)[]
}

/** One version of a procedure as programs get it, with what is still unclear about it. */
export type ProcedureAnswer = ReturnType<typeof storedContent> & {
  versionId: string
  version: number
  validFrom: string
  validTo: string | null
  filing: { open: boolean; online: boolean }
  findings: QualityFinding[]
}

export function summaryAnswer({ id, amountsDong, ...summary }: ProcedureSummary): SummaryAnswer {
  return {
    versionId: id,
    ...summary,
    amountsDong: amountsDong.map((amount) => (amount === null ? null : Number(amount))),
  }
}

export function procedureAnswer(procedure: ProcedureVersion, findings: QualityFinding[]): ProcedureAnswer {
  const { id, version, validFrom, validTo, ...content } = procedure
  const filing = { open: publishable(content) === undefined, online: whyNotOnline(content) === undefined }
  return { versionId: id, version, validFrom, validTo, filing, ...storedContent(content), findings }
}
