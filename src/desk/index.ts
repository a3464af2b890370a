import { countReceived } from './count-reception.ts'

export { parseCardText, type CardText } from './card-text.ts'
export { countReception } from './count-reception.ts'
export { getGuidanceFile } from './get-guidance-file.ts'
export { giveGuidance } from './give-guidance.ts'
export type { Guidance, GuidanceItem } from './guidance.ts'
export { deskRefusals } from './texts.ts'

export const deskReactions = [countReceived]
