export type { FindingCode, QualityFinding, Severity } from './cleaning/finding.ts'
export { adoptList, dropList, sendList } from './digitised/adopt-list.ts'
export type { ListInForce } from './digitised/digitised-list.ts'
export { componentsOfLists, dueComponents, listsInForce, type ListedComponent } from './digitised/store.ts'
export { everydayProcedures, everydayTitle, type EverydayProcedure } from './everyday.ts'
export { departmentForSectors, sectorDepartments } from './departments.ts'
export { answersIn as guideAnswersIn } from './guides/guide.ts'
export { leftOutByGuide } from './guides/guides.ts'
export { reportLines, type ImportReport } from './import-difference.ts'
export { isCatalogueBehind, loadCatalogue } from './import-procedures.ts'
export { lifeEventBySlug, lifeEvents, type LifeEvent } from './life-events.ts'
export { catalogueOverview, type CatalogueOverview } from './overview.ts'
export {
  amountsOf,
  fileableCases,
  isProcedureCode,
  onlineFees,
  papersOf,
  procedureCodeIn,
  publishable,
  whyNotOnline,
  type DossierComponent,
  type FilingChannel,
  type FilingMethod,
  type LegalDocument,
  type ProcedureCase,
  type ProcedureFee,
  type ProcedureLevel,
  type ProcedureStep,
  type ProcedureSummary,
  type ProcedureVersion,
  type ResultType,
  type Sector,
} from './procedure.ts'
export { USUAL_HOURS_PER_DAY, budgetsFor, termHours, type BudgetLevel } from './processes/budgets.ts'
export { differenceOf, type ProcessChange } from './processes/difference.ts'
export { discardProcessDraft, draftProcess } from './processes/draft-process.ts'
export { faultsOf, type FaultCode, type ProcessFault } from './processes/faults.ts'
export { getProcess, listProcesses, type ProcessSummary, type ProcessView } from './processes/get-process.ts'
export {
  FIVE_STEPS,
  mainSteps,
  statesOf,
  stepOfState,
  transitionOf,
  transitionsFrom,
  type Consultation,
  type LinkedProcedure,
  type ProcessDefinition,
  type ProcessStep,
  type ProcessTransition,
  type ProcessVersion,
  type StepKind,
  type UnitRule,
} from './processes/process.ts'
export { publishProcess } from './processes/publish-process.ts'
export { readProcess } from './processes/read-process.ts'
export {
  STEP_PAPERS,
  asksToSign,
  canBeSigned,
  isStepPaper,
  papersLeftBy,
  type StepPaper,
} from './processes/step-papers.ts'
export { processVersions, type PublishedProcess } from './processes/store.ts'
export { actionName, faultLine, processRoleNames, stateName, stepKindNames } from './processes/texts.ts'
export { exportProcess, importProcess } from './processes/transfer-process.ts'
export { processById, processInForce } from './processes/store.ts'
export { groupName, isShortened, shortPaperName, shortProcedureName } from './shown-names.ts'
export { stateTerm } from './state-term.ts'
export {
  searchProcedures,
  type ProcedureFilter,
  type ProcedurePage,
  type SearchMatch,
} from './search/search-procedures.ts'
export {
  procedureCounts,
  procedureInForce,
  procedureNames,
  procedureVersionById,
  procedureVersionsByIds,
  qualityCounts,
  qualityList,
  qualityOf,
  procedureCodesIn,
  sectorCodesOf,
  sectors,
  versionDays,
  versionsOf,
  type ProcedureCounts,
  type QualityCount,
  type QualityEntry,
  type QualityFilter,
  type QualityPage,
} from './store.ts'
export { catalogueRefusals, channelNames, feeKindNames, findingTitles, levelNames, severityNames } from './texts.ts'
