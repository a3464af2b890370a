import { formatDateTime } from '../../platform/dates.ts'
import { BackLink, EmptyState, SummaryList, Table } from '../../ui/index.ts'
import type { CaughtMail } from '../mail/catcher.ts'
import { caughtTexts as texts } from '../workspace.texts.ts'

/** Letters the embedded catcher holds. */
export function CaughtMailPage({ mails }: { mails: readonly CaughtMail[] }) {
  return (
    <div class="cuon-trang">
      <p class="nhe">{texts.intro}</p>
      <Table
        caption={texts.caption}
        captionHidden
        rows={mails}
        rowKey={(mail) => mail.id}
        empty={<EmptyState icon="mail" title={texts.none} />}
        columns={[
          {
            title: texts.subject,
            rowHeader: true,
            cell: ({ id, subject }) => <a href={`/quan-tri/thu/${id}`}>{subject}</a>,
          },
          { title: texts.to, cell: ({ to }) => to.join(', ') },
          { title: texts.at, cell: ({ at }) => <span class="so">{formatDateTime(at)}</span> },
        ]}
      />
    </div>
  )
}

/** One letter as plain text: a stranger's markup is not shown inside our pages. */
export function OneMailPage({ mail }: { mail: CaughtMail }) {
  const links = [...new Set(mail.text.match(/https?:\/\/\S+/g) ?? [])]
  return (
    <div class="cuon-trang">
      <BackLink href="/quan-tri/thu">{texts.back}</BackLink>
      <SummaryList
        boxed
        rows={[
          { label: texts.from, value: mail.from },
          { label: texts.to, value: mail.to.join(', ') },
          { label: texts.at, value: formatDateTime(mail.at), figures: true },
        ]}
      />
      {mail.text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
      {links.length > 0 && <h2>{texts.links}</h2>}
      {links.map((link) => (
        <p key={link}>
          <a href={link}>{link}</a>
        </p>
      ))}
    </div>
  )
}
