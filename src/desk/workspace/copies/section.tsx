import type { VNode } from 'preact'
import { ask, type WebRequest } from '../../../platform/web/web.ts'
import { hasEnded, type DossierView } from '../../../dossiers/index.ts'
import { ButtonLink } from '../../../ui/index.ts'
import { listCheckedScans } from '../../copies/get-source.ts'
import { listCopies } from '../../copies/list-copies.ts'
import { copiesPath, copyFilePath, Standing } from './copy-table.tsx'
import { scansOf } from './scans.ts'
import { copyTexts as t } from './texts.ts'

/** The tab "Bản sao y" of the dossier page: for the desk that may make some, and for everybody once there is one. */
export const copiesSection = {
  id: 'ban-sao',
  title: t.section,
  actions: [] as readonly string[],
  async render(request: WebRequest, view: DossierView): Promise<VNode | null> {
    const { code, roles, handling } = view.dossier
    const copies = await ask(request, listCopies, { dossierCode: code })
    const mayCopy = roles.includes('intake-officer') && !hasEnded(handling)
    const checked = mayCopy ? await ask(request, listCheckedScans, { dossierCode: code }) : []
    if (copies.length === 0 && !(mayCopy && scansOf(view, copies, checked).length > 0)) return null
    return (
      <>
        <ul class="ds-hs">
          {copies.map((copy) => (
            <li key={copy.id}>
              <a href={copyFilePath(copy)} target="_blank" rel="noopener">
                {copy.title}
              </a>{' '}
              <Standing copy={copy} />
            </li>
          ))}
        </ul>
        {mayCopy && (
          <ButtonLink kind="secondary" icon="stamp" href={copiesPath(code)}>
            {t.title}
          </ButtonLink>
        )}
      </>
    )
  },
}
