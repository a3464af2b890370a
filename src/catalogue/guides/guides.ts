import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../../platform/root.ts'
import type { ProcedureContent } from '../procedure.ts'
import { followGuide, guideGaps, leftOut, type Answers, type Guide, type LeftOut } from './guide.ts'

const FOLDER = join(PROJECT_ROOT, 'data/guides')

let read: ReadonlyMap<string, Guide> | undefined

/** The guides of this installation, one file a procedure. */
export function guides(): ReadonlyMap<string, Guide> {
  read ??= new Map(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Guide)
      .map((guide) => [guide.code, guide]),
  )
  return read
}

/** The guide of a procedure; none while the publication names other papers than the guide does. */
export function guideFor(procedure: Pick<ProcedureContent, 'code' | 'components'>): Guide | undefined {
  const guide = guides().get(procedure.code)
  return guide && guideGaps(guide, procedure).length === 0 ? guide : undefined
}

/** The papers that answers given in the guide leave out; none before its last question is answered. */
export function leftOutByGuide(procedure: Pick<ProcedureContent, 'code' | 'components'>, answers: Answers): LeftOut[] {
  const guide = guideFor(procedure)
  const step = guide && followGuide(guide, answers)
  return step?.kind === 'papers' ? leftOut(step.papers, procedure) : []
}
