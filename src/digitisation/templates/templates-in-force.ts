import type { Db } from '../../platform/db.ts'
import { templates, type ExtractionTemplate } from '../extraction/template.ts'
import { changedTemplates } from './store.ts'

/** The templates papers are read by: those that come with the system, each as administrators changed it last. */
export async function templatesInForce(db: Db): Promise<ExtractionTemplate[]> {
  const changed = new Map((await changedTemplates(db)).map((template) => [template.type, template]))
  const own = new Set(templates.map(({ type }) => type))
  return [
    ...templates.map((template) => changed.get(template.type) ?? template),
    ...[...changed.values()].filter(({ type }) => !own.has(type)),
  ]
}

/** What kinds of papers are called, those that administrators made too. */
export async function kindNames(db: Db): Promise<ReadonlyMap<string | null, string>> {
  return new Map((await templatesInForce(db)).map(({ type, name }) => [type, name]))
}
