import { followJournalJob } from './digitised/reckon.ts'

export { numbersCommand } from './digitised/numbers.command.ts'
export { supervisionRefusals } from './texts.ts'

export const supervisionJobs = [followJournalJob]
