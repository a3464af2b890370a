import { speaking } from '../../../platform/speaking.ts'
import { ask, type Web } from '../../../platform/web/web.ts'
import { sendPdf } from '../../../documents/index.ts'
import { printForm } from '../../../forms/index.ts'
import { printDeclaration } from '../../declaration/print-declaration.ts'
import { citizenOf } from '../citizen.ts'
import { openFiling } from './open-filing.ts'
import { withFiling, type ByResume } from './with-filing.tsx'

/** The filled form on paper: as far as it is answered, and as it was filed. */
export async function printRoutes(web: Web): Promise<void> {
  web.get<ByResume>('/bai-khai/:resume/to-khai.pdf', async (request, reply) =>
    withFiling(request, reply, request.params.resume, async ({ draft }) => {
      // A paper for an authority: Vietnamese, whatever the page around its link speaks.
      const pdf = await speaking('vi', async () => {
        const { form, answers, procedure, place, filer } = await openFiling(request, draft.resumeCode)
        return printForm({
          form,
          data: answers.data,
          procedureName: procedure.name,
          agencyName: place.ok ? place.result.competent.name : '',
          personName: filer.fullName,
          code: null,
          madeAt: web.app.clock.now(),
        })
      })
      return sendPdf(reply, `to-khai-${draft.resumeCode}.pdf`, pdf)
    }),
  )

  web.get<{ Params: { code: string } }>('/ho-so/:code/to-khai.pdf', async (request, reply) => {
    citizenOf(request)
    const { name, pdf } = await ask(request, printDeclaration, { dossierCode: request.params.code })
    return sendPdf(reply, name, pdf)
  })
}
