/** loại giấy tờ một bước có thể để lại, whose action leaves it and whether it then bears a signature. */
export const STEP_PAPERS = {
  'appointment-slip': { leftBy: ['receiveDossier', 'fileAtCounter'], isSigned: false },
  appraisal: { leftBy: ['recordAppraisal'], isSigned: false },
  'result-draft': { leftBy: ['draftResult'], isSigned: false },
  /** Of a consultation, which runs beside a step and so moves nothing. */
  opinion: { leftBy: [], isSigned: false },
  /** Signed by the person, then by the agency; where nobody signs, by the agency alone. */
  result: { leftBy: ['signResult', 'sealResult'], isSigned: true },
} as const satisfies Record<string, { leftBy: readonly string[]; isSigned: boolean }>
export type StepPaper = keyof typeof STEP_PAPERS

export function isStepPaper(kind: string): kind is StepPaper {
  return kind in STEP_PAPERS
}

/** What an action leaves behind when it is done. */
export function papersLeftBy(action: string): { kind: StepPaper; isSigned: boolean }[] {
  return (Object.entries(STEP_PAPERS) as [StepPaper, { leftBy: readonly string[]; isSigned: boolean }][])
    .filter(([, { leftBy }]) => leftBy.includes(action))
    .map(([kind, { isSigned }]) => ({ kind, isSigned }))
}
