import { vietnamDate } from '../../platform/dates.ts'
import type { WebRequest } from '../../platform/web/web.ts'
import { procedureInForce, type ProcedureVersion } from '../../catalogue/index.ts'
import { formSource } from '../../dossiers/index.ts'
import {
  buildApplicationForm,
  fieldsOf,
  withinApplication,
  type FieldSpec,
  type FormDefinition,
  type FormLayout,
} from '../../forms/index.ts'

const ANYBODY = { version: 1, subjects: [], cases: [] }

/** A form as people fill it in: between the common pages of its procedure, where it asks for them. */
export async function asFilledIn(request: WebRequest, own: FormDefinition): Promise<FormDefinition> {
  const procedure = await procedureOf(request, own.id)
  return withinApplication(own, procedure ? formSource(procedure) : { id: own.id, ...ANYBODY })
}

/** Questions asked once, of the common pages too: what a condition may look at. */
export async function questionsOnce(request: WebRequest, code: string, layout: FormLayout): Promise<FieldSpec[]> {
  const procedure = layout.application ? await procedureOf(request, code) : undefined
  const source = procedure ? formSource(procedure) : { id: code, ...ANYBODY }
  return fieldsOf(withinApplication({ id: code, version: 1, schema: {}, layout }, source))
}

export async function nameOfForm(request: WebRequest, code: string, layout: FormLayout): Promise<string> {
  return (await procedureOf(request, code))?.name ?? layout.template?.name ?? code
}

export async function procedureNames(request: WebRequest, codes: readonly string[]): Promise<Map<string, string>> {
  const found = await Promise.all(codes.map((code) => procedureOf(request, code)))
  return new Map(found.flatMap((procedure) => (procedure ? [[procedure.code, procedure.name]] : [])))
}

/** What a procedure without a form of its own asks, as a first draft of one. */
export function beginningOf(procedure: ProcedureVersion): FormLayout {
  const { layout } = buildApplicationForm(formSource(procedure))
  const request = fieldsOf({ layout }).filter(({ name }) => name === 'request')
  const [page] = layout.pages.filter(({ id }) => id === 'noi-dung')
  return {
    application: { behalf: true },
    ...(layout.template && { template: layout.template }),
    pages: [{ id: 'noi-dung', title: page?.title ?? procedure.name, sections: [{ fields: request }] }],
  }
}

function procedureOf({ server: { app } }: WebRequest, code: string): Promise<ProcedureVersion | undefined> {
  return procedureInForce(app.db, code, vietnamDate(app.clock.now()))
}
