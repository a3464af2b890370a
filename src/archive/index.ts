export { archiveCommand } from './command/archive.command.ts'
export { heldPapers } from './held-papers.ts'
export { archiveRefusals } from './texts.ts'
