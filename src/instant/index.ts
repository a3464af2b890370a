import { decideInstantly, giveUpStuckRuns, onDossierSubmitted } from './decide-instantly.ts'

export { askForPerson } from './ask-for-person.ts'
export { draftDeclaration, publishDeclaration } from './edit-declaration.ts'
export { getInstant, listInstant, type InstantView } from './get-instant.ts'
export { loadInstantDemo } from './load-demo.ts'
export { recordIssueAuthority, revokeIssueAuthority } from './record-authority.ts'
export type { Run } from './run.ts'
export { runOf, runsOf } from './store.ts'
export { switchInstant } from './switch-instant.ts'
export { reasonWords } from './officers.texts.ts'
export { instantRefusals } from './texts.ts'

export const instantJobs = [decideInstantly, giveUpStuckRuns]
export const instantReactions = [onDossierSubmitted]
