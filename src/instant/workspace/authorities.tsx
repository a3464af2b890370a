import { formatDate } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { instrumentWords } from '../../organisation/index.ts'
import { Actions, Button, Details, Field, HiddenToken, Panel, Table, Tag } from '../../ui/index.ts'
import type { AuthorityView } from '../get-instant.ts'
import type { PageProps } from './declaration.page.tsx'
import { instantPath } from './list.page.tsx'
import { workTexts as t } from './texts.ts'

/** The instruments by which agencies let results of this procedure be issued with no officer. */
export function AuthoritiesPanel({ view: { procedure, authorities }, token, mayEdit, today, typed = {} }: PageProps) {
  const path = instantPath(procedure.code)
  const box = (name: string, label: string, more: { hint?: string; type?: 'date'; value?: string } = {}) => (
    <Field name={name} label={label} width="medium" {...more} value={typed[name] ?? more.value ?? ''} />
  )
  return (
    <Panel title={t.authorities}>
      <p class="nhe">{t.authoritiesLead}</p>
      {authorities.length > 0 && (
        <Table
          caption={t.authorities}
          captionHidden
          rows={authorities}
          rowKey={({ id }) => id}
          columns={[
            { title: t.unit, rowHeader: true, cell: ({ unitName }) => unitName },
            { title: t.instrument, cell: (one) => <Instrument one={one} /> },
            { title: t.by, cell: ({ authorisedByName: name, authorisedByPosition: as }) => `${name}, ${as}` },
            { title: t.dates, cell: (one) => <Dates one={one} path={path} token={token} mayEdit={mayEdit} /> },
          ]}
        />
      )}
      {mayEdit && (
        <Details summary={t.addAuthority} open={Object.keys(typed).includes('ma-co-quan')}>
          <form method="post" action={`${path}/van-ban`}>
            <HiddenToken token={token} />
            {box('ma-co-quan', t.unitCode, { hint: t.unitHint })}
            {box('nguoi-ky', t.signInName)}
            {box('loai', t.kind)}
            {box('so', t.number)}
            {box('ngay-ky', t.signedOn, { type: 'date' })}
            {box('ban-hanh-boi', t.issuer)}
            {box('tu-ngay', t.validFrom, { type: 'date', value: today })}
            {box('den-ngay', t.validTo, { type: 'date' })}
            <Actions>
              <Button kind="secondary">{t.record}</Button>
            </Actions>
          </form>
        </Details>
      )}
    </Panel>
  )
}

function Instrument({ one: { instrument, certainty } }: { one: AuthorityView }) {
  return (
    <>
      {instrument.kind}, {instrumentWords(instrument)}
      {certainty === 'demo-setting' && (
        <>
          <br />
          <span class="nhe nho">{t.demo}</span>
        </>
      )}
    </>
  )
}

type DatesProps = { one: AuthorityView; path: string; token: string; mayEdit: boolean }

function Dates({ one: { id, validFrom, validTo, isInForce, revokeReason }, path, token, mayEdit }: DatesProps) {
  return (
    <>
      {fill(t.span, { from: formatDate(validFrom), to: formatDate(validTo) })}
      {revokeReason !== null && <p class="nhe khong-cach">{fill(t.revoked, { reason: revokeReason })}</p>}
      {revokeReason === null && !isInForce && <Tag>{t.ended}</Tag>}
      {revokeReason === null && mayEdit && (
        <Details summary={t.revoke}>
          <form method="post" action={`${path}/thu-hoi`}>
            <HiddenToken token={token} />
            <input type="hidden" name="van-ban" value={id} />
            <Field name="ly-do" id={`ly-do-${id}`} label={t.revokeReason} maxLength={500} />
            <Button kind="danger">{t.revoke}</Button>
          </form>
        </Details>
      )}
    </>
  )
}
