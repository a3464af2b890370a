import { formatDate, formatDateTime } from '../../../platform/dates.ts'
import { proofWords, statusTones, statusWords, type OfferedEntry } from '../../../documents/index.ts'
import { Button, HiddenToken, SummaryList, Tag } from '../../../ui/index.ts'
import type { RegisterOffer } from '../../vault/register-offers.ts'
import type { FiledPaper, Filing } from './open-filing.ts'
import { paperAddress } from './parts.ts'
import { offerTexts as words } from './vault-offers.texts.ts'

type Props = { filing: Filing; paper: FiledPaper; offers: readonly OfferedEntry[]; token: string }

/** What the person's vault has for this paper: one press instead of finding it, photographing it and sending it again. */
export function VaultOffers({ filing, paper, offers, token }: Props) {
  const chosen = new Set(paper.fromVault.values())
  const left = offers.filter(({ id }) => !chosen.has(id))
  if (left.length === 0) return null
  return (
    <section aria-labelledby="kho">
      <div class="dau-muc">
        <h2 id="kho">{words.title}</h2>
      </div>
      <p>{words.how}</p>
      {left.map((entry) => (
        <div class="san bien-nhan" key={entry.id}>
          <p class="hang">
            <a href={`/giay-to/${entry.id}`}>
              <b>{entry.title}</b>
            </a>
            <Tag tone={statusTones[entry.status]}>{statusWords[entry.status]}</Tag>
          </p>
          <SummaryList rows={factsOf(entry)} />
          {entry.status === 'in-force' ? (
            <form method="post" action={`${paperAddress(filing, paper)}/kho`} class="cach">
              <HiddenToken token={token} />
              <input type="hidden" name="giay" value={entry.id} />
              <Button icon="check" wide>
                {words.use}
                <span class="an"> {entry.title}</span>
              </Button>
            </form>
          ) : (
            <p class="nhe">{words.notUsable}</p>
          )}
        </div>
      ))}
    </section>
  )
}

type HoldsProps = Pick<Props, 'filing' | 'paper' | 'token'> & { register: RegisterOffer | undefined }

/** What a register of the State holds need not be handed in: one press says so, with the register and its day. */
export function RegisterHolds({ filing, paper, register, token }: HoldsProps) {
  if (!register || paper.files.length > 0) return null
  const { register: which, toldAt, ground } = register
  return (
    <section aria-labelledby="csdl">
      <div class="dau-muc">
        <h2 id="csdl">{words.registerTitle}</h2>
      </div>
      <p>{words.registerHow(words.registers[which], toldAt && formatDateTime(toldAt))}</p>
      <form method="post" action={`${paperAddress(filing, paper)}/khong-nop`} class="cach">
        <HiddenToken token={token} />
        <input type="hidden" name="lyDo" value="held-by-the-state" />
        <Button icon="check" wide>
          {words.registerUse}
        </Button>
      </form>
      <p class="nho nhe">{words.registerGround(ground)}</p>
    </section>
  )
}

function factsOf({ about, number, issuer, issuedOn, validUntil, proof, sourceCode }: OfferedEntry) {
  const told = (label: string, value: string | null) => (value === null ? [] : [{ label, value }])
  return [
    ...told(words.about, about),
    ...told(words.number, number),
    ...told(words.issuer, issuer),
    ...told(words.issuedOn, issuedOn && formatDate(issuedOn)),
    { label: words.validUntil, value: validUntil === null ? words.noLimit : formatDate(validUntil) },
    { label: words.proof, value: proofWords[proof] },
    { label: words.source, value: sourceCode },
  ]
}
