/**
 * Whether a paper bears a signature once it is left: never; where the step asks for it, of the officer who acted; always.
 */
type Signing = 'never' | 'where-asked' | 'always'

/** loại giấy tờ một bước có thể để lại, whose action leaves it and how it is signed. */
export const STEP_PAPERS = {
  'appointment-slip': { leftBy: ['receiveDossier', 'fileAtCounter'], signing: 'never' },
  appraisal: { leftBy: ['recordAppraisal'], signing: 'where-asked' },
  'result-draft': { leftBy: ['draftResult'], signing: 'never' },
  /** Of a consultation, which runs beside a step and so moves nothing. */
  opinion: { leftBy: [], signing: 'where-asked' },
  approval: { leftBy: ['approveResult'], signing: 'where-asked' },
  /** ký nháy of who drafted it, on the draft itself; counted when it is approved. */
  initials: { leftBy: ['approveResult'], signing: 'always' },
  /** Signed by the person, then by the agency; where nobody signs, by the agency alone. */
  result: { leftBy: ['signResult', 'sealResult'], signing: 'always' },
} as const satisfies Record<string, { leftBy: readonly string[]; signing: Signing }>
export type StepPaper = keyof typeof STEP_PAPERS

export function isStepPaper(kind: string): kind is StepPaper {
  return kind in STEP_PAPERS
}

export function canBeSigned(kind: string): boolean {
  return !isStepPaper(kind) || STEP_PAPERS[kind].signing !== 'never'
}

/** What an action leaves behind when it is done; as signed as it can be, since the officer is asked to sign where that is wanted. */
export function papersLeftBy(action: string): { kind: StepPaper; isSigned: boolean }[] {
  return (Object.entries(STEP_PAPERS) as [StepPaper, { leftBy: readonly string[]; signing: Signing }][])
    .filter(([, { leftBy }]) => leftBy.includes(action))
    .map(([kind]) => ({ kind, isSigned: canBeSigned(kind) }))
}

/** Whether a step asks the acting officer to sign the record of this kind (Quảng Ninh: ký số ở từng bước). */
export function asksToSign(
  step: { produces?: readonly string[]; signed?: boolean } | undefined,
  kind: 'appraisal' | 'approval',
): boolean {
  return step?.signed === true && (step.produces ?? []).includes(kind)
}
