import { shortPaperName } from '../../../catalogue/index.ts'
import { Checkboxes } from '../../../ui/index.ts'
import type { Work } from '../open-work.ts'
import { typedFiles, type Typed } from '../side-form.tsx'
import { askTexts } from './texts.ts'

/** Papers of the dossier that another body is to see. */
export function ShownFiles({ work, typed, hint }: { work: Work; typed: Typed; hint: string }) {
  const files = work.view.components.flatMap(({ name, documents }) =>
    documents.map((file) => ({ value: file.id, label: shortPaperName(name), hint: file.name })),
  )
  if (files.length === 0) return null
  return <Checkboxes name="tep" label={askTexts.files} hint={hint} options={files} values={[...typedFiles(typed)]} />
}
