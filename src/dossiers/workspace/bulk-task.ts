import type { VNode } from 'preact'
import type { Role } from '../../platform/actor.ts'
import type { FormBody, WebRequest } from '../../platform/web/web.ts'
import type { IconName } from '../../ui/index.ts'
import type { BulkResult } from '../bulk/bulk.ts'
import type { Handling } from '../dossier.ts'
import type { Errors } from './work-form.tsx'

/** Something that can be done to several dossiers of the work list at once; modules above bring their own. */
export type BulkTask = {
  /** Names the task in forms. */
  id: string
  label: string
  icon: IconName
  role: Role
  /** The states in which a dossier can be ticked for it. */
  states: readonly Handling[]
  /** What it does, in a sentence, on the page that asks once more. */
  lead: string
  submit: string
  /** What is asked once for all of them; nothing for a task that needs no more than the dossiers. */
  questions?(request: WebRequest, sent: FormBody, errors: Errors): VNode | Promise<VNode>
  check?(sent: FormBody): Errors
  run(request: WebRequest, dossierCodes: string[], sent: FormBody): Promise<BulkResult>
}
