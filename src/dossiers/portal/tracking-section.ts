import type { VNode } from 'preact'
import type { WebRequest } from '../../platform/web/web.ts'
import type { ReachedDossier } from '../dossier.ts'

/** A part of the citizen's dossier page that a module above contributes, such as the download of the result. */
export type TrackingSection = {
  id: string
  /** Nothing while the part has nothing to say about this dossier. */
  render(request: WebRequest, dossier: ReachedDossier): Promise<VNode | undefined>
}
