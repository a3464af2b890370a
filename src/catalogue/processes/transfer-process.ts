import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { exportBpmn } from './bpmn/export-bpmn.ts'
import { importBpmn } from './bpmn/import-bpmn.ts'
import { ProcessCode, Revision, keepDraft } from './draft-process.ts'
import { inForceOn } from './get-process.ts'
import { processDrafts, processVersions } from './store.ts'
import { bpmnFindingText, sentences } from './texts.ts'

/** A BPMN file of a process has a few hundred kilobytes at most. */
const LONGEST_FILE = 2_000_000

/** A process as a BPMN 2.0 file: the version in force, a named one, or the draft. */
export const exportProcess = query({
  name: 'catalogue.export-process',
  roles: ['administrator', 'supervisor'],
  input: Type.Object({
    code: ProcessCode,
    version: Type.Optional(Type.Integer({ minimum: 1 })),
    draft: Type.Optional(Type.Boolean()),
  }),
  async run({ db, clock }, _actor, { code, version, draft = false }) {
    const versions = await processVersions(db, code)
    const wanted = draft
      ? (await processDrafts(db, code))[0]
      : version === undefined
        ? (inForceOn(versions, vietnamDate(clock.now())) ?? versions[0])
        : versions.find(({ definition }) => definition.version === version)
    if (!wanted) throw new Refusal(draft ? 'catalogue.no-process-draft' : 'catalogue.unknown-process', { code })
    const { definition } = wanted
    return { code, version: draft ? null : definition.version, xml: await exportBpmn(definition) }
  },
})

/** Makes a BPMN 2.0 file the draft of its process; refused with every finding, and then nothing of it is kept. */
export const importProcess = action({
  name: 'catalogue.import-process',
  roles: ['administrator'],
  input: Type.Object({ xml: Type.String({ maxLength: LONGEST_FILE }), over: Revision }),
  async run(ctx, actor, { xml, over }) {
    const read = await importBpmn(xml)
    if ('findings' in read) {
      throw new Refusal('catalogue.bpmn-not-taken', {
        words: sentences(read.findings.map(bpmnFindingText)),
        codes: read.findings.map(({ code }) => code).join(', '),
        findings: read.findings.map((finding) => ({ ...finding, words: bpmnFindingText(finding) })),
      })
    }
    return keepDraft(ctx, actor, read.process, over, 'catalogue.process-imported')
  },
})
