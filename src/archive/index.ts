export { archiveCommand } from './command/archive.command.ts'
export { archiveRefusals } from './texts.ts'
