import { BackLink, Button, ButtonLink, ErrorSummary, Field, HiddenToken, Radios } from '../../../ui/index.ts'
import type { ResultDelivery } from '../../dossier.ts'
import type { DossierView } from '../../reading/get-dossier.ts'
import { deliveryWords } from '../../texts.ts'
import { shortProcedureName } from '../paper-names.ts'
import { deliveryTexts as words } from './delivery.texts.ts'

export const WAYS: readonly ResultDelivery[] = ['electronic', 'counter', 'postal']

export type AskedDelivery = { way: string; address: string; missing?: string; noAddress?: string; problem?: string }

type Props = { view: DossierView; asked: AskedDelivery; token: string }

/** The three ways to the result, the chosen one marked. */
export function DeliveryPage({ view: { dossier, procedure }, asked, token }: Props) {
  const back = `/ho-so/${dossier.code}`
  const { way, address, missing, noAddress, problem } = asked
  const errors = [
    ...(problem === undefined ? [] : [{ message: problem }]),
    ...(missing === undefined ? [] : [{ field: 'cach-nhan', message: missing }]),
    ...(noAddress === undefined ? [] : [{ field: 'dia-chi', message: noAddress }]),
  ]
  return (
    <>
      <BackLink href={back}>{words.back}</BackLink>
      <div class="mot">
        <ErrorSummary errors={errors} />
        <p class="nhe khong-cach">
          <span class="ma">{dossier.code}</span>, {shortProcedureName(procedure.name)}
        </p>
        <h1>{words.title}</h1>
        <p>
          {words.now(deliveryWords[dossier.resultDelivery])} {words.means}
        </p>
        <form method="post">
          <HiddenToken token={token} />
          <Radios
            name="cach-nhan"
            label={words.question}
            value={way}
            options={WAYS.map((value) => ({ value, label: deliveryWords[value], hint: words.hints[value] }))}
            {...(missing === undefined ? {} : { error: missing })}
          />
          <Field
            name="dia-chi"
            label={words.address}
            hint={words.addressHint}
            value={address}
            autoComplete="street-address"
            maxLength={300}
            {...(noAddress === undefined ? {} : { error: noAddress })}
          />
          <p>
            <Button large wide>
              {words.save}
            </Button>
          </p>
          <ButtonLink kind="quiet" wide href={back}>
            {words.keep}
          </ButtonLink>
        </form>
      </div>
    </>
  )
}
