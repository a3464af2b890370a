import {
  Button,
  Checkboxes,
  EmptyState,
  ErrorSummary,
  Field,
  HiddenToken,
  Panel,
  Radios,
  Select,
  Table,
} from '../../../ui/index.ts'
import { SPLITS } from '../../intake/scan.ts'
import { WAY_KINDS } from '../../intake/ways/way-in.ts'
import type { ListedWays } from '../../intake/ways/set-up-way.ts'
import { splitWords } from '../intake/texts.ts'
import { wayKindWords, waysTexts as t } from './texts.ts'

export const WAYS = '/quan-tri/duong-vao'

export type TypedWay = { kind: string; place: string; unitId: string; splitAt: string; bySelf: boolean }

type Props = { listed: ListedWays; typed: TypedWay; error: string | undefined; token: string }

/** Which folders and filings bring papers to which desk. */
export function WaysPage({ listed: { ways, units }, typed, error, token }: Props) {
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={error === undefined ? [] : [{ field: 'cho', message: error }]} />
      <p>{t.lead}</p>
      <Table
        caption={t.title}
        captionHidden
        rows={ways}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="scan-line" title={t.none} />}
        columns={[
          { title: t.kind, cell: ({ kind }) => wayKindWords[kind] },
          { title: t.place, kind: 'code', cell: ({ kind, place }) => (kind === 'portal' ? '' : place) },
          { title: t.unit, rowHeader: true, cell: ({ unitName }) => unitName },
          { title: t.splitAt, cell: ({ splitAt }) => splitWords[splitAt] },
          { title: t.handsOn, cell: ({ handsOn }) => (handsOn === 'by-itself' ? t.bySelf : t.byPerson) },
          {
            title: t.actions,
            titleHidden: true,
            cell: ({ id, kind, place }) => (
              <form method="post" action={`${WAYS}/ngung`}>
                <HiddenToken token={token} />
                <input type="hidden" name="duong" value={id} />
                <Button kind="quiet">
                  {t.end}
                  <span class="an"> {t.endLabel(kind === 'portal' ? t.online : place)}</span>
                </Button>
              </form>
            ),
          },
        ]}
      />
      <Panel title={t.addTitle}>
        <form method="post" action={WAYS}>
          <HiddenToken token={token} />
          <Radios
            name="loai"
            label={t.kind}
            value={typed.kind}
            options={WAY_KINDS.map((value) => ({ value, label: wayKindWords[value] }))}
          />
          <Field
            name="cho"
            label={t.place}
            hint={t.placeHint}
            value={typed.place}
            width="medium"
            optional
            maxLength={250}
            {...(error === undefined ? {} : { error })}
          />
          <Select
            name="bo-phan"
            label={t.unit}
            value={typed.unitId}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Radios
            name="chia"
            label={t.splitAt}
            value={typed.splitAt}
            options={SPLITS.map((value) => ({ value, label: splitWords[value] }))}
          />
          <Checkboxes
            name="tu-chuyen"
            label={t.handsOn}
            values={typed.bySelf ? ['co'] : []}
            options={[{ value: 'co', label: t.bySelf }]}
          />
          <Button>{t.add}</Button>
        </form>
      </Panel>
    </div>
  )
}
