import { ask, sitePage, type Web } from '../../platform/web/web.ts'
import { listQuality } from './list-quality.ts'
import { QUALITY_PATH, QualityPage } from './page.tsx'
import { qualityTexts } from './texts.ts'

type Asked = { muc?: string; loai?: string; 'co-quan'?: string; sau?: string }

/** Page "Chất lượng dữ liệu thủ tục" of administrators and supervisors. */
export async function catalogueQualityRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: Asked }>(QUALITY_PATH, async (request, reply) => {
    const { muc, loai, 'co-quan': coQuan, sau } = request.query
    const filters = {
      ...(muc ? { severity: muc } : {}),
      ...(loai ? { finding: loai } : {}),
      ...(coQuan ? { decidedBy: coQuan } : {}),
      ...(sau ? { after: sau } : {}),
    }
    const overview = await ask(request, listQuality, filters)
    return sitePage(request, reply, {
      site: 'workspace',
      title: qualityTexts.title,
      current: QUALITY_PATH,
      body: <QualityPage overview={overview} filters={filters} />,
    })
  })
}
