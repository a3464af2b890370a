import type { VNode } from 'preact'
import type { DossierView } from '../dossiers/index.ts'
import type { WebRequest } from '../platform/web/web.ts'

/** A part of the dossier page that another module brings: a tab on the right, with the actions it does. */
export type DossierSection = {
  /** Last part of `?the=`, such as `ket-qua`. */
  id: string
  title: string
  /** Names of the process's actions that this section does, such as `draftResult`; their buttons open it. */
  actions: readonly string[]
  /** Nothing when the section has nothing to say about this dossier to this reader: then it has no tab. */
  render(request: WebRequest, dossier: DossierView): Promise<VNode | null>
}
