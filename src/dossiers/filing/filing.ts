import type { Reason } from '../../platform/refusal.ts'
import type { DossierComponent, Omission } from '../dossier.ts'
import type { ComponentInput, HandedIn } from './filing-input.ts'

/** What a procedure version asks for, as far as filing needs it. */
export type AskedPaper = { code: string; name: string; conditional: boolean; eform: boolean }

/** A stored file as far as filing needs it. */
export type OfferedFile = { id: string; size: number; uploadedBy: string; scanVerdict: string }

/**
 * The first thing that stops a filing; undefined when it may go through. The catalogue does not say which paper is
 * compulsory, so every paper asked of everybody must be handed in or left out with a reason the officer can see.
 */
export function whyNotFile(filing: HandedIn, papers: readonly AskedPaper[], limit: number): Reason | undefined {
  const known = new Map(papers.map((paper) => [paper.code, paper]))
  const named = [...filing.components, ...(filing.omitted ?? [])].map(({ componentCode }) => componentCode)
  const strange = named.find((code) => !known.has(code))
  if (strange !== undefined) return { code: 'dossiers.unknown-component', facts: { component: strange } }
  const twice = named.find((code, index) => named.indexOf(code) !== index)
  if (twice !== undefined) return { code: 'dossiers.component-twice', facts: { component: known.get(twice)?.name } }
  const empty = filing.components.find(({ fileIds }) => fileIds.length === 0)
  if (empty)
    return { code: 'dossiers.component-without-file', facts: { component: known.get(empty.componentCode)?.name } }
  const missing = papers.find(({ code, conditional, eform }) => !conditional && !eform && !named.includes(code))
  if (missing) return { code: 'dossiers.component-missing', facts: { component: missing.name } }
  const files = fileIdsOf(filing.components)
  if (files.length > limit) return { code: 'dossiers.too-many-files', facts: { limit } }
  if (new Set(files).size < files.length) return { code: 'dossiers.file-twice' }
  return undefined
}

/** Files must be there, sent by one of `senders` (labels of the journal), hold something and carry no virus. */
export function whyNotTakeFiles(
  ids: readonly string[],
  files: readonly OfferedFile[],
  senders: readonly string[],
): Reason | undefined {
  const byId = new Map(files.map((file) => [file.id, file]))
  for (const id of ids) {
    const file = byId.get(id)
    // A stranger's file and no file look alike: nothing is told about files of others.
    if (!file || !senders.includes(file.uploadedBy)) return { code: 'dossiers.file-not-found', facts: { fileId: id } }
    if (file.size === 0) return { code: 'dossiers.file-empty', facts: { fileId: id } }
    if (file.scanVerdict === 'infected') return { code: 'dossiers.file-infected', facts: { fileId: id } }
  }
  return undefined
}

export function fileIdsOf(components: readonly ComponentInput[]): string[] {
  return components.flatMap(({ fileIds }) => fileIds)
}

/** The components of the new dossier: those handed in, those left out, and declarations whose content is in the answers. */
export function componentsOf(
  { components, omitted = [] }: HandedIn,
  papers: readonly AskedPaper[],
): DossierComponent[] {
  const given = new Map(components.map((component) => [component.componentCode, component]))
  const left = new Map<string, Omission>(omitted.map(({ componentCode, reason }) => [componentCode, reason]))
  const found = papers.flatMap(({ code, eform }): Omit<DossierComponent, 'no'>[] => {
    const component = given.get(code)
    if (component) {
      return [
        { code, form: component.form, omitted: null, files: component.fileIds.map((fileId) => ({ fileId, round: 0 })) },
      ]
    }
    const reason = left.get(code) ?? (eform ? 'filled-on-screen' : undefined)
    return reason ? [{ code, form: null, omitted: reason, files: [] }] : []
  })
  return found.map((component, index) => ({ no: index + 1, ...component }))
}
