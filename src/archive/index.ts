export { archiveRefusals } from './texts.ts'
