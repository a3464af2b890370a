import { Type, type Static } from 'typebox'

const Text = (most: number) => Type.String({ minLength: 1, maxLength: most })
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })

export const DossierCodeInput = Type.String({ minLength: 10, maxLength: 60 })
export const AccountIdInput = Uuid
export const FileIdInput = Uuid
export const ComponentCodeInput = Text(80)

/** One paper of the procedure's list with its files. */
export const ComponentInput = Type.Object(
  {
    componentCode: ComponentCodeInput,
    form: Type.Enum(['original', 'copy', 'certified-copy', 'electronic']),
    fileIds: Type.Array(FileIdInput, { maxItems: 50 }),
    /** Papers of the vault that answer it; their files come along by themselves. */
    vaultEntryIds: Type.Optional(Type.Array(Uuid, { maxItems: 20 })),
  },
  { additionalProperties: false },
)

/** A paper of the list that is not handed in, and why. */
export const OmissionInput = Type.Object(
  { componentCode: ComponentCodeInput, reason: Type.Enum(['not-my-case', 'held-by-the-state', 'filled-on-screen']) },
  { additionalProperties: false },
)

/** What every filing says, whoever brings it and wherever. */
export const FILING_FIELDS = {
  procedureCode: Text(30),
  /** Trường hợp giải quyết; may be left out where the procedure has one, or where the form asks. */
  caseCode: Type.Optional(Text(40)),
  /** Agency that decides; needed where more than one may, such as the communes. */
  competentUnitCode: Type.Optional(Text(40)),
  /** The filled-in form: who hands in, for whom, what for, how to receive the result. */
  answers: Type.Record(Type.String(), Type.Unknown()),
  components: Type.Array(ComponentInput, { maxItems: 100 }),
  omitted: Type.Optional(Type.Array(OmissionInput, { maxItems: 100 })),
  /** The draft this was made from; it goes away when the dossier is filed. */
  draftCode: Type.Optional(Text(12)),
}

const Filing = Type.Object(FILING_FIELDS)
export type FilingInput = Static<typeof Filing>
export type ComponentInput = Static<typeof ComponentInput>
export type OmissionInput = Static<typeof OmissionInput>
export type HandedIn = Pick<FilingInput, 'components' | 'omitted'>
