import { archivePaper, archiveRead } from './archive/archive-paper.ts'
import { watchFolders } from './intake/folder/watch-folders.ts'
import { takeFiledPapers } from './intake/on-dossier-submitted.ts'
import { preparePages } from './intake/prepare-pages.ts'
import { keepCertified } from './keeping/keep-certified.ts'
import { tellCheckedPapers } from './keeping/tell-checked.ts'
import { readSample } from './templates/samples.ts'
import { readAssembled, readPaper } from './readings/read-paper.ts'

export { checkedPapers, dossiersOfPapers, type CheckedPaper } from './counted/store.ts'
export { calibrateCommand } from './calibration/calibrate.command.ts'
export { extractCommand } from './extract.command.ts'
export { readCommand } from './read.command.ts'
export { checkedScans } from './keeping/keep-certified.ts'
export { countPapersToCheck } from './bench/list-papers.ts'
export { BENCH_ROLES } from './bench/reach.ts'
export { recogniserOf } from './reading/recognisers/choose.ts'
export type { Recogniser } from './reading/recogniser.ts'
export { recogniserPort } from './readings/recogniser-port.ts'
export { digitisationRefusals } from './texts.ts'

export const digitisationJobs = [preparePages, watchFolders, readSample, readPaper, archivePaper]
export const digitisationReactions = [readAssembled, archiveRead, keepCertified, ...tellCheckedPapers, takeFiledPapers]
