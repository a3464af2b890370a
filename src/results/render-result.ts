import { prepareFields, rectAt } from '../signing/index.ts'
import { renderResultPaper } from './papers/result-paper.ts'
import type { ResultTemplate } from './papers/choose-template.ts'
import type { ResultContent } from './result.ts'

/** Names of the form fields of a result: number and date are filled in at sealing. */
export const FIELDS = { number: 'so', date: 'ngay', sign: 'nguoi-ky', seal: 'con-dau' } as const

/** Points: a field centres its text in its height, the words beside it stand on the line. */
const TO_BASELINE = 3.5

export type Drawn = {
  content: ResultContent
  template: ResultTemplate
  procedure: { code: string; name: string }
  dossierCode: string
  verificationCode: string
  /** Address people use, without a final slash. */
  publicAddress: string
  now: Date
}

/** The paper with its empty fields, ready for the first signature. */
export async function renderUnsigned(drawn: Drawn): Promise<{ pdf: Buffer; pages: number }> {
  const { pdf, anchors, pages } = await renderResultPaper(paperOf(drawn, false), drawn.template)
  const place = (name: keyof typeof FIELDS, lower = 0) => {
    const { page, ...box } = anchors[name]
    return { name: FIELDS[name], page, rect: rectAt({ ...box, y: box.y - lower }) }
  }
  const prepared = await prepareFields(pdf, {
    texts: [place('number', TO_BASELINE), place('date', TO_BASELINE)],
    // Nobody signs what the system issues, nor an extract: no field is left open for a name.
    signatures: isUnsigned(drawn.content) ? [place('seal')] : [place('sign'), place('seal')],
  })
  return { pdf: prepared, pages }
}

const isUnsigned = ({ signature, extractOf }: ResultContent) => signature.automatic === true || extractOf !== undefined

/** The same paper marked as a draft, to look at. */
export async function renderPreview(drawn: Drawn): Promise<Buffer> {
  return (await renderResultPaper(paperOf(drawn, true), drawn.template)).pdf
}

function paperOf({ content, procedure, dossierCode, verificationCode, publicAddress, now }: Drawn, draft: boolean) {
  const address = `${publicAddress.replace(/^https?:\/\//, '')}/kiem-tra`
  const link = `${publicAddress}/kiem-tra/${verificationCode}`
  return {
    ...content,
    draft,
    procedure,
    dossierCode,
    verification: { code: verificationCode, address, link },
    draftedAt: now,
  }
}
