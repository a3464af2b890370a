import { archivePaper, archiveRead } from './archive/archive-paper.ts'
import { watchFolders } from './intake/folder/watch-folders.ts'
import { fetchLetters } from './intake/mail/fetch-letters.ts'
import { takeFiledPapers } from './intake/on-dossier-submitted.ts'
import { preparePages } from './intake/prepare-pages.ts'
import { keepCertified } from './keeping/keep-certified.ts'
import { replaceEntered } from './keeping/replace-scan.ts'
import { tellCheckedPapers } from './keeping/tell-checked.ts'
import { learnKindsJob } from './kinds/ask-to-learn.ts'
import { letDueOriginalsGo } from './originals/let-originals-go.ts'
import { readSample } from './templates/samples.ts'
import { readAssembled, readPaper } from './readings/read-paper.ts'

export { checkedPapers, dossiersOfPapers, type CheckedPaper } from './counted/store.ts'
export { calibrateCommand } from './calibration/calibrate.command.ts'
export { learnKindsCommand } from './kinds/learn-kinds.command.ts'
export { extractCommand } from './extract.command.ts'
export { readCommand } from './read.command.ts'
export { checkedAlone, checkedScans } from './keeping/keep-certified.ts'
export { countPapersToCheck } from './bench/list-papers.ts'
export { BENCH_ROLES } from './bench/reach.ts'
export { mailboxChecks } from './intake/mail/box-check.ts'
export { recogniserOf } from './reading/recognisers/choose.ts'
export type { Recogniser } from './reading/recogniser.ts'
export { recogniserPort } from './readings/recogniser-port.ts'
export { heldPapersPort } from './originals/held-papers-port.ts'
export { letterTaken } from './events.ts'
export { digitisationRefusals } from './texts.ts'

export const digitisationJobs = [
  preparePages,
  watchFolders,
  fetchLetters,
  readSample,
  readPaper,
  archivePaper,
  letDueOriginalsGo,
  learnKindsJob,
]
export const digitisationReactions = [
  readAssembled,
  archiveRead,
  keepCertified,
  replaceEntered,
  ...tellCheckedPapers,
  takeFiledPapers,
]
