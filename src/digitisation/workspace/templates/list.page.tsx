import {
  Actions,
  Button,
  ErrorSummary,
  Field,
  HiddenFields,
  HiddenToken,
  PageTitle,
  Panel,
  Table,
  Tag,
} from '../../../ui/index.ts'
import type { ErrorItem } from '../../../ui/index.ts'
import type { StoredCalibration } from '../../calibration/store.ts'
import type { ListedTemplate } from '../../templates/get-templates.ts'
import { kindsTexts } from './kinds-texts.ts'
import { KINDS_PATH, TEMPLATES_PATH, templatePath } from './paths.ts'
import { heldSince, TakeBack } from './take-back.tsx'
import { templatePageTexts as words } from './texts.ts'

type Props = {
  templates: ListedTemplate[]
  calibrations: readonly StoredCalibration[]
  /** Whether something was learned about kinds that nobody decided on. */
  learned: boolean
  /** Of somebody who may change them. */
  token: string | undefined
  typed: { code: string; name: string }
  errors: ErrorItem[]
}

/** Which kinds of papers the machine takes values off, and what it proposes to trust. */
export function TemplatesPage({ templates, calibrations, learned, token, typed, errors }: Props) {
  const calibration = (state: StoredCalibration['state']) => calibrations.find((one) => one.state === state)
  const [proposal, inForce] = [calibration('proposed'), calibration('in-force')]
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={errors} />
      <PageTitle>{words.title}</PageTitle>
      <p>{words.lead}</p>
      <p>
        <a href={KINDS_PATH}>{kindsTexts.link}</a> {learned && <Tag tone="soon">{kindsTexts.waits}</Tag>}
      </p>
      {inForce && (
        <Panel title={words.confidence}>
          <p>{heldSince(inForce)}</p>
          <TakeBack to={`${TEMPLATES_PATH}/do-tin-cay/tro-lai`} id={inForce.id} token={token} />
        </Panel>
      )}
      {proposal && <Proposal proposal={proposal} token={token} />}
      {!proposal && token !== undefined && (
        <Panel title={words.confidence}>
          <form method="post" action={`${TEMPLATES_PATH}/do-tin-cay/hoc`}>
            <HiddenToken token={token} />
            <p>{words.learnLead}</p>
            <Button kind="secondary">{words.learn}</Button>
          </form>
        </Panel>
      )}
      <Table
        caption={words.title}
        captionHidden
        rows={templates}
        rowKey={({ type }) => type}
        columns={[
          {
            title: words.type,
            rowHeader: true,
            cell: ({ type, name }) => (
              <>
                <a href={templatePath(type)}>{name}</a> <span class="ma nhe">{type}</span>
              </>
            ),
          },
          { title: words.fields, kind: 'number', cell: ({ fields }) => fields },
          { title: words.state, cell: ({ hasDraft }) => hasDraft && <Tag tone="soon">{words.drafted}</Tag> },
        ]}
      />
      {token !== undefined && (
        <Panel title={words.add}>
          <form method="post" action={TEMPLATES_PATH}>
            <HiddenToken token={token} />
            <Field name="ma" label={words.code} hint={words.codeHint} value={typed.code} width="medium" />
            <Field name="ten" label={words.name} value={typed.name} />
            <Button kind="secondary">{words.add}</Button>
          </form>
        </Panel>
      )}
    </div>
  )
}

function Proposal({ proposal: { id, measured }, token }: { proposal: StoredCalibration; token: string | undefined }) {
  const { before, after, learnedFrom } = measured
  const rows = [
    { what: words.sure, before: String(before.sure), after: String(after.sure) },
    {
      what: words.sureRight,
      before: words.share(before.sureRight, before.sure),
      after: words.share(after.sureRight, after.sure),
    },
    { what: words.distance, before: String(before.brier), after: String(after.brier) },
  ]
  return (
    <Panel title={words.confidence}>
      <p>
        {words.confidenceLead} {words.learnedFrom(learnedFrom)}
      </p>
      <Table
        caption={words.numbers}
        captionHidden
        rows={rows}
        rowKey={({ what }) => what}
        columns={[
          { title: words.numbers, rowHeader: true, cell: ({ what }) => what },
          { title: words.beforeNumbers, cell: (row) => row.before },
          { title: words.afterNumbers, cell: (row) => row.after },
        ]}
      />
      {token !== undefined && (
        <form method="post" action={`${TEMPLATES_PATH}/do-tin-cay`}>
          <HiddenToken token={token} />
          <HiddenFields fields={[['ban', id]]} />
          <Actions>
            <Button name="viec" value="ap-dung">
              {words.accept}
            </Button>
            <Button kind="secondary" name="viec" value="khong">
              {words.refuse}
            </Button>
          </Actions>
        </form>
      )}
    </Panel>
  )
}
