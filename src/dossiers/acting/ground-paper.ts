import { papersOf, type DossierComponent, type ProcedureVersion } from '../../catalogue/index.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { Omission } from '../dossier.ts'
import { capacityIn, type Capacity } from './acting.ts'
import { groundPaperNames } from './texts.ts'

/** The code of the paper a right to act stands in, beside those the procedure asks for. */
export const GROUND_PAPER = 'giay-to-nop-thay'

/** The papers a dossier asks for: the procedure's, and the one that lets the filer act. */
export function papersAskedOf(
  procedure: Pick<ProcedureVersion, 'components'>,
  answers: Record<string, unknown>,
): DossierComponent[] {
  const capacity = capacityIn(answers)
  const papers = papersOf(procedure)
  // An organisation's own people are known by their account.
  return capacity === undefined || capacity === 'member' ? papers : [...papers, groundPaper(capacity)]
}

/** Officers see first by which right somebody acts. */
export function groundFirst<Component extends { code: string }>(components: readonly Component[]): Component[] {
  const isGround = ({ code }: Component) => code === GROUND_PAPER
  return [...components.filter(isGround), ...components.filter((component) => !isGround(component))]
}

/** Names of a dossier's papers by code. */
export function paperNamesOf(
  procedure: Pick<ProcedureVersion, 'components'>,
  answers: Record<string, unknown>,
): Map<string, string> {
  const asked = [...procedure.components, ...papersAskedOf(procedure, answers)]
  return new Map(asked.map(({ code, name }) => [code, name]))
}

const OMISSIONS: readonly Omission[] = ['not-my-case', 'held-by-the-state', 'filled-on-screen']

/** For which reasons a paper may be left out. */
export function omissionsOf(code: string, capacity: Capacity | undefined): Omission[] {
  return OMISSIONS.filter((reason) => code !== GROUND_PAPER || mayOmitGround(capacity, reason))
}

type Omitted = { componentCode: string; reason: Omission }

/** A given right is shown by its paper; a birth certificate may be one the State holds. */
export function whyNotOmitGround(capacity: Capacity | undefined, omitted: readonly Omitted[]): Reason | undefined {
  const left = omitted.find(({ componentCode }) => componentCode === GROUND_PAPER)
  if (!left || mayOmitGround(capacity, left.reason)) return undefined
  return { code: 'dossiers.acting-paper-missing' }
}

function mayOmitGround(capacity: Capacity | undefined, reason: Omission): boolean {
  return reason === 'held-by-the-state' && (capacity === 'parent' || capacity === 'guardian')
}

function groundPaper(capacity: Exclude<Capacity, 'member'>): DossierComponent {
  return {
    code: GROUND_PAPER,
    groupName: '',
    name: groundPaperNames[capacity],
    kind: 'paper',
    originals: 0,
    copies: 1,
    eform: false,
    conditional: false,
    templates: [],
    isResult: false,
  }
}
