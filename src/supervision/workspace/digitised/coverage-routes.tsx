import { ask, type Web } from '../../../platform/web/web.ts'
import { getComponentCoverage, getFieldCoverage } from '../../digitised/get-coverage.ts'
import { COVERAGE_PATH, type Told } from './address.ts'
import { askedOf, attemptFor, onlyWords, show } from './asked-page.ts'
import { ComponentCoveragePage, FieldCoveragePage } from './coverage.page.tsx'
import { figureTexts as words } from './texts.ts'

/** Coverage of the approved lists: the fields, and the papers of one field. */
export async function coverageRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: Told }>(COVERAGE_PATH, async (request, reply) => {
    const asked = askedOf(request, request.query)
    const only = await onlyWords(request, asked)
    const { 'linh-vuc': sectorCode, chua } = request.query
    if (typeof sectorCode === 'string') {
      const { found, errors } = await attemptFor(request, () =>
        ask(request, getComponentCoverage, { ...asked, sectorCode: sectorCode.slice(0, 50) }),
      )
      if (found) {
        const common = { asked, only, errors, coverage: found, onlyNever: chua === '1' }
        return show(request, reply, words.coverageOf(found.list.name), <ComponentCoveragePage {...common} />)
      }
    }
    const { found, errors } = await attemptFor(request, () => ask(request, getFieldCoverage, asked))
    const body = <FieldCoveragePage asked={asked} only={only} errors={errors} fields={found ?? []} />
    return show(request, reply, words.title, body, errors)
  })
}
