import type { WebRequest } from '../../platform/web/web.ts'
import type { Task } from '../../ui/index.ts'
import type { OpenDraft } from '../drafts/get-draft.ts'

/** A step of handing in that a module above adds to the list, such as paying; nothing is listed where none is seated. */
export type FilingStep = (request: WebRequest, draft: OpenDraft) => Promise<Task | undefined>
