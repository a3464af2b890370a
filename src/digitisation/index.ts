export { readCommand } from './read.command.ts'
