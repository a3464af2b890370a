import {
  act,
  attempt,
  field,
  formBody,
  formToken,
  redirect,
  sitePage,
  type FormBody,
  type Outcome,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { deliveryWords, nameOf, workPath } from '../../dossiers/index.ts'
import { Button, Field, HiddenToken, Radios } from '../../ui/index.ts'
import { deliverResult } from '../deliver-result.ts'
import { refuseDelivery } from '../refuse-delivery.ts'
import type { DeliveryWay } from '../result.ts'
import { DELIVER as PATH } from './deliver-list.tsx'
import { PaperDesk, ResultHeader, paperPath, refusalNotice, statusOf } from './frame.tsx'
import { NotTaken, NotTakenForm } from './not-taken.tsx'
import { may, openResult } from './open-result.ts'
import { PaperFacts } from './paper-facts.tsx'
import { texts } from './texts.ts'

type ByCode = { Params: { code: string } }

/** The desk hands results over and notes to whom. */
export async function deliverRoutes(web: Web): Promise<void> {
  web.get<ByCode>(`${PATH}/:code`, async (request, reply) => {
    const opened = await openResult(request, request.params.code)
    if (!(await may(request, opened, 'deliverResult')))
      return redirect(reply, workPath(opened.code, '?chua=deliverResult'))
    return show(request, reply, {}, undefined)
  })
  web.post<ByCode>(`${PATH}/:code`, async (request, reply) => {
    const dossierCode = request.params.code
    const form = formBody(request)
    const given = {
      receiverName: field(form, 'nguoi-nhan'),
      receiverRelation: field(form, 'quan-he'),
      postalCode: field(form, 'ma-buu-gui'),
      note: field(form, 'ghi-chu'),
    }
    const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
    const how = field(form, 'cach-tra') as DeliveryWay
    const outcome = await attempt(() => act(request, deliverResult, { dossierCode, how, ...filled }))
    if (!outcome.ok) return show(request, reply, form, outcome)
    return redirect(reply, `${PATH}?xong=${encodeURIComponent(dossierCode)}`)
  })
  web.post<ByCode>(`${PATH}/:code/khong-nhan`, async (request, reply) => {
    const dossierCode = request.params.code
    const form = formBody(request)
    const given = { refusedByName: field(form, 'nguoi-khong-nhan'), reason: field(form, 'ly-do') }
    const outcome = await attempt(() => act(request, refuseDelivery, { dossierCode, ...given }))
    if (!outcome.ok) return show(request, reply, form, outcome)
    return redirect(reply, `${PATH}?khong-nhan=${encodeURIComponent(dossierCode)}`)
  })
}

async function show(
  request: WebRequest,
  reply: WebReply,
  form: FormBody,
  outcome: Outcome<unknown> | undefined,
): Promise<WebReply> {
  const { code: given } = request.params as { code: string }
  const opened = await openResult(request, given)
  const { dossier, view, code } = opened
  const { applicant, resultDelivery } = dossier.dossier
  const title = `${texts.deliverTitle}: ${nameOf(applicant)}`
  const sent = (name: string, fallback = '') => (name in form ? field(form, name) : fallback)
  const reveal = {
    counter: (
      <>
        <Field
          name="nguoi-nhan"
          label={texts.receiverName}
          value={sent('nguoi-nhan', nameOf(applicant))}
          maxLength={200}
        />
        <Field
          name="quan-he"
          label={texts.receiverRelation}
          hint={texts.receiverRelationHint}
          value={sent('quan-he')}
          maxLength={200}
        />
      </>
    ),
    postal: <Field name="ma-buu-gui" label={texts.postalCode} value={sent('ma-buu-gui')} maxLength={60} figures />,
  }
  return sitePage(request, reply, {
    site: 'workspace',
    title,
    current: PATH,
    narrow: true,
    status: statusOf(request, outcome),
    body: (
      <>
        <ResultHeader title={title} code={code} note={view.result.title} backHref={PATH} backWords={texts.backToList} />
        <PaperDesk
          href={paperPath(code)}
          title={view.result.title}
          sideLabel={texts.deliverTitle}
          side={
            <>
              {refusalNotice(request, outcome)}
              <h2>{view.result.title}</h2>
              <PaperFacts view={view} dossier={dossier} />
              <p class="nhe nho">
                {texts.wanted}: {deliveryWords[resultDelivery]}
              </p>
              {view.refused && <NotTaken refused={view.refused} />}
              <form method="post" action={`${PATH}/${encodeURIComponent(code)}`}>
                <HiddenToken token={formToken(request, reply)} />
                <Radios
                  name="cach-tra"
                  label={texts.how}
                  value={sent('cach-tra', resultDelivery)}
                  options={[
                    { value: 'counter', label: texts.byCounter, reveal: reveal.counter },
                    { value: 'postal', label: texts.byPost, reveal: reveal.postal },
                    { value: 'electronic', label: texts.byElectronic },
                  ]}
                />
                <Field name="ghi-chu" label={texts.note} value={sent('ghi-chu')} maxLength={500} />
                <Button icon="package-check" block>
                  {texts.deliverSubmit}
                </Button>
              </form>
              {(await may(request, opened, 'refuseDelivery')) && (
                <NotTakenForm
                  action={`${PATH}/${encodeURIComponent(code)}/khong-nhan`}
                  token={formToken(request, reply)}
                  form={form}
                  applicant={nameOf(applicant)}
                />
              )}
            </>
          }
        />
      </>
    ),
  })
}
