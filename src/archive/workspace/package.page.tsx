import { formatDate, formatDateTime } from '../../platform/dates.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  HiddenToken,
  Panel,
  SummaryList,
  Table,
} from '../../ui/index.ts'
import type { ErrorItem } from '../../ui/index.ts'
import { formatSize, typeName } from '../../documents/index.ts'
import type { PackageView } from '../get-package.ts'
import { packageCode, type Destruction } from '../package.ts'
import { bagWords } from '../texts.ts'
import { PACKAGES_PATH } from './due.page.tsx'
import { archivePageTexts as words } from './texts.ts'

export type Typed = Record<string, string>
type Props = { view: PackageView; isKeeper: boolean; typed: Typed; errors: ErrorItem[]; token: string }

/** One package from the office to the archive, and what became of the copies the office worked with. */
export function PackagePage({ view, isKeeper, typed, errors, token }: Props) {
  const { found, papers } = view
  const path = `${PACKAGES_PATH}/${found.id}`
  return (
    <div class="cuon-trang">
      <BackLink href={PACKAGES_PATH}>{words.back}</BackLink>
      <ErrorSummary errors={errors} />
      <h2>{words.packageTitle(packageCode(found))}</h2>
      <SummaryList
        boxed
        rows={[
          { label: words.unit, value: found.unitName },
          { label: words.made, value: words.madeBy(formatDateTime(found.madeAt), found.madeByName) },
          { label: words.size, value: formatSize(found.size), figures: true },
          { label: words.sha256, value: <span class="ma bam">{found.sha256}</span> },
        ]}
      />
      {isKeeper && (
        <p>
          <ButtonLink href={`${path}/goi.zip`} kind="secondary" icon="download" download>
            {words.download}
          </ButtonLink>
        </p>
      )}
      <Receipt view={view} path={path} isKeeper={isKeeper} typed={typed} errors={errors} token={token} />
      {found.receipt && (
        <Destroy view={view} path={path} isKeeper={isKeeper} typed={typed} errors={errors} token={token} />
      )}
      <Table
        caption={words.inside}
        dense
        rows={papers}
        rowKey={({ entryId }) => entryId}
        columns={[
          { title: words.no, kind: 'code', cell: ({ no }) => String(no).padStart(4, '0') },
          { title: words.paper, rowHeader: true, cell: ({ title, typeCode }) => typeName(typeCode) ?? title },
          { title: words.keep, cell: ({ keep }) => bagWords.keep(keep === 'permanent' ? keep : Number(keep)) },
        ]}
      />
    </div>
  )
}

type PartProps = Props & { path: string }

function Receipt({ view: { found }, path, isKeeper, typed, errors, token }: PartProps) {
  const { receipt } = found
  if (receipt) {
    return (
      <SummaryList
        boxed
        rows={[
          { label: words.archiveName, value: receipt.archiveName },
          { label: words.receiptNumber, value: receipt.number },
          { label: words.receivedOn, value: formatDate(receipt.receivedOn) },
          { label: words.receiverName, value: receipt.receiverName },
        ]}
      />
    )
  }
  if (!isKeeper) return <p>{words.waiting}</p>
  return (
    <Panel title={words.receipt}>
      <form method="post" action={`${path}/bien-ban`}>
        <HiddenToken token={token} />
        <Box name="luu-tru" label={words.archiveName} typed={typed} errors={errors} />
        <Box name="so-bien-ban" label={words.receiptNumber} typed={typed} errors={errors} />
        <Box name="ngay-nhan" label={words.receivedOn} typed={typed} errors={errors} isDay />
        <Box name="nguoi-nhan" label={words.receiverName} typed={typed} errors={errors} />
        <Button>{words.noteReceipt}</Button>
      </form>
    </Panel>
  )
}

function Destroy({ view: { destruction }, path, isKeeper, typed, errors, token }: PartProps) {
  return (
    <Panel title={words.destruction}>
      <p>{words.destructionHint}</p>
      <ul class="gach">
        {words.destructionMeans.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {destruction && <DestructionRecord destruction={destruction} />}
      {destruction && destruction.confirmedAt === null && (
        <form method="post" action={`${path}/xac-nhan`}>
          <HiddenToken token={token} />
          <Actions>
            <Button>{words.confirm}</Button>
            <Button kind="secondary" name="viec" value="rut">
              {words.withdraw}
            </Button>
          </Actions>
        </form>
      )}
      {!destruction && isKeeper && (
        <form method="post" action={`${path}/huy`}>
          <HiddenToken token={token} />
          <Box name="so-quyet-dinh" label={words.decisionNumber} typed={typed} errors={errors} />
          <Box name="ngay-quyet-dinh" label={words.decidedOn} typed={typed} errors={errors} isDay />
          <Box name="nguoi-quyet-dinh" label={words.decidedBy} typed={typed} errors={errors} />
          <Button>{words.propose}</Button>
        </form>
      )}
    </Panel>
  )
}

/** biên bản hủy: what was decided, by whom it was done, and what stayed. */
function DestructionRecord({ destruction }: { destruction: Destruction }) {
  const { decisionNumber, decidedOn, decidedBy, proposedByName, proposedAt, confirmedAt, confirmedByName } = destruction
  const confirmed =
    confirmedAt === null
      ? []
      : [
          { label: words.confirm, value: words.confirmed(confirmedByName ?? '', formatDateTime(confirmedAt)) },
          { label: words.closed, value: String(destruction.closed) },
          { label: words.held, value: String(destruction.held) },
        ]
  return (
    <SummaryList
      rows={[
        { label: words.record, value: words.decision(decisionNumber, formatDate(decidedOn), decidedBy) },
        { label: words.propose, value: words.proposed(proposedByName, formatDateTime(proposedAt)) },
        ...confirmed,
      ]}
    />
  )
}

type BoxProps = { name: string; label: string; typed: Typed; errors: ErrorItem[]; isDay?: boolean }

function Box({ name, label, typed, errors, isDay = false }: BoxProps) {
  const error = errors.find(({ field }) => field === name)
  return (
    <Field
      name={name}
      label={label}
      value={typed[name] ?? ''}
      {...(isDay ? { type: 'date' as const, width: 'medium' as const } : {})}
      {...(error ? { error: error.message } : {})}
    />
  )
}
