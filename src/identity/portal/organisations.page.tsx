import { formatDate } from '../../platform/dates.ts'
import {
  Breadcrumbs,
  Button,
  ErrorSummary,
  Field,
  HiddenToken,
  PageTitle,
  Table,
  Vietnamese,
  type ErrorItem,
} from '../../ui/index.ts'
import type { OwnOrganisation } from '../organisations/list-members.ts'
import { organisationsTexts as words } from '../organisations/texts.ts'

/** Names of the boxes. */
export const BOXES = {
  businessCode: 'to-chuc',
  fullName: 'ho-ten',
  personalId: 'so-dinh-danh',
  position: 'chuc-vu',
  until: 'den-ngay',
} as const

export type TypedClerk = Record<keyof typeof BOXES, string> & { errors: ErrorItem[] }

type Props = { organisations: readonly OwnOrganisation[]; citizenId: string; typed: TypedClerk; token: string }

/** Who files for the organisations of the reader; their representative puts people on the list and takes them off. */
export function OrganisationsPage({ organisations, citizenId, typed, token }: Props) {
  return (
    <>
      <Breadcrumbs
        items={[{ label: words.home, href: '/' }, { label: words.account, href: '/tai-khoan' }, { label: words.title }]}
      />
      <ErrorSummary errors={typed.errors} />
      <PageTitle>{words.title}</PageTitle>
      <p>{organisations.length === 0 ? words.none : words.lead}</p>
      {organisations.map((organisation) => (
        <section key={organisation.businessCode} class="cach-ray">
          <h2>
            <Vietnamese>{organisation.name}</Vietnamese>
          </h2>
          <p class="nhe">{words.code(organisation.businessCode)}</p>
          <Members organisation={organisation} citizenId={citizenId} token={token} />
          {organisation.role === 'representative' && (
            <AddForm organisation={organisation} typed={typed} token={token} />
          )}
        </section>
      ))}
    </>
  )
}

function Members({
  organisation,
  citizenId,
  token,
}: Pick<Props, 'citizenId' | 'token'> & { organisation: OwnOrganisation }) {
  const mayRemove = ({ role, citizenId: id }: OwnOrganisation['members'][number]) =>
    role === 'clerk' && (organisation.role === 'representative' || id === citizenId)
  return (
    <Table
      caption={words.people}
      captionHidden
      rows={organisation.members}
      rowKey={({ id }) => id}
      columns={[
        { title: words.name, rowHeader: true, cell: ({ fullName }) => <Vietnamese>{fullName}</Vietnamese> },
        { title: words.personalId, cell: ({ personalId }) => <span class="so">{personalId}</span> },
        { title: words.role, cell: ({ role }) => words.roles[role] },
        { title: words.until, cell: ({ validTo }) => (validTo === null ? words.noEnd : formatDate(validTo)) },
        {
          title: words.remove,
          cell: (member) =>
            mayRemove(member) && (
              <form method="post" action="/to-chuc/thoi">
                <HiddenToken token={token} />
                <input type="hidden" name="nguoi" value={member.id} />
                <Button kind="quiet">
                  {member.citizenId === citizenId ? words.leave : words.remove}
                  <span class="an"> {member.fullName}</span>
                </Button>
              </form>
            ),
        },
      ]}
    />
  )
}

function AddForm({ organisation, typed, token }: Pick<Props, 'typed' | 'token'> & { organisation: OwnOrganisation }) {
  const isTyped = typed.businessCode === organisation.businessCode
  const value = (box: keyof typeof BOXES) => (isTyped ? typed[box] : '')
  // Boxes of several organisations stand on one page.
  const idAt = (box: keyof typeof BOXES) => (isTyped ? {} : { id: `${BOXES[box]}-${organisation.businessCode}` })
  const errorAt = (name: string) => {
    const error = isTyped ? typed.errors.find((one) => 'field' in one && one.field === name) : undefined
    return error ? { error: error.message } : {}
  }
  return (
    <form method="post" action="/to-chuc" class="mot cach-ray">
      <HiddenToken token={token} />
      <input type="hidden" name={BOXES.businessCode} value={organisation.businessCode} />
      <h3>{words.add}</h3>
      <Field
        name={BOXES.fullName}
        {...idAt('fullName')}
        label={words.fullName}
        value={value('fullName')}
        {...errorAt(BOXES.fullName)}
      />
      <Field
        name={BOXES.personalId}
        {...idAt('personalId')}
        label={words.personalIdOf}
        hint={words.personalIdHint}
        inputMode="numeric"
        value={value('personalId')}
        {...errorAt(BOXES.personalId)}
      />
      <Field name={BOXES.position} {...idAt('position')} label={words.position} optional value={value('position')} />
      <Field
        name={BOXES.until}
        {...idAt('until')}
        label={words.until}
        hint={words.untilHint}
        optional
        value={value('until')}
        {...errorAt(BOXES.until)}
      />
      <Button>{words.submit}</Button>
    </form>
  )
}
