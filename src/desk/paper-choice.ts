import type { DossierComponent } from '../catalogue/index.ts'
import type { ComponentForm, ComponentInput, Omission } from '../dossiers/index.ts'

export const FORMS = ['original', 'copy', 'certified-copy', 'electronic'] as const satisfies readonly ComponentForm[]
export const OMISSIONS = ['not-my-case', 'held-by-the-state'] as const satisfies readonly Omission[]

/** What the officer says of one paper of the list: in which form it was handed in, or why it is not. */
export type PaperChoice = ComponentForm | Omission

/** A paper as it stands on the desk; `no` is its place in the list. */
export type DeskPaper = Pick<
  DossierComponent,
  'code' | 'name' | 'groupName' | 'originals' | 'copies' | 'conditional' | 'eform'
> & {
  no: number
  choice: PaperChoice
  fileIds: string[]
  /** Which of the files belong to which paper of the person's vault. */
  fromVault?: ReadonlyMap<string, string>
  /** On the approved list of papers to be digitised (danh mục phải số hóa). */
  mustBeDigitised?: boolean
}

type Asked = Pick<DossierComponent, 'originals' | 'copies' | 'conditional' | 'eform'>

/** What stands in the box before the officer says anything. */
export function firstChoice({ originals, copies, conditional, eform }: Asked): PaperChoice {
  if (eform) return 'filled-on-screen'
  if (conditional) return 'not-my-case'
  return originals === 0 && copies > 0 ? 'copy' : 'original'
}

export function choicesFor({ eform }: Pick<Asked, 'eform'>): PaperChoice[] {
  return [...FORMS, ...(eform ? (['filled-on-screen'] as const) : []), ...OMISSIONS]
}

export function asChoice(value: unknown, paper: Pick<Asked, 'eform'>): PaperChoice | undefined {
  return choicesFor(paper).find((choice) => choice === value)
}

export function isForm(choice: PaperChoice): choice is ComponentForm {
  return FORMS.some((form) => form === choice)
}

/** missing: said to be handed in but not scanned. both: scanned, and said to be left out. */
export type PaperState = 'there' | 'left-out' | 'missing' | 'both'

/** Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 17: what is received at the desk is checked, scanned and kept. */
export function stateOf({ choice, fileIds }: Pick<DeskPaper, 'choice' | 'fileIds'>): PaperState {
  if (isForm(choice)) return fileIds.length > 0 ? 'there' : 'missing'
  return fileIds.length > 0 ? 'both' : 'left-out'
}

export type HandedIn = { components: ComponentInput[]; omitted: { componentCode: string; reason: Omission }[] }

/** The papers as filing takes them. */
export function handedIn(papers: readonly DeskPaper[]): HandedIn {
  return {
    components: papers.flatMap(({ code, choice, fileIds, fromVault }) => {
      if (!isForm(choice)) return []
      const vaultEntryIds = [...new Set(fromVault?.values())]
      const linked = vaultEntryIds.length === 0 ? {} : { vaultEntryIds }
      return [{ componentCode: code, form: choice, fileIds, ...linked }]
    }),
    omitted: papers.flatMap(({ code, choice }) => (isForm(choice) ? [] : [{ componentCode: code, reason: choice }])),
  }
}
