import { formatDate } from '../../platform/dates.ts'
import { BackLink, Button, ButtonLink, HiddenToken, SummaryList, Table, Tag } from '../../ui/index.ts'
import {
  comparisonWords,
  conditionWords,
  fieldsOf,
  kindNames,
  type FormView,
  type PublishedForm,
} from '../../forms/index.ts'
import { FORMS_PATH } from './list.page.tsx'
import { draftTexts, formPageTexts as t } from './texts.ts'

type Props = { view: FormView; shown: PublishedForm; name: string; token: string; mayEdit: boolean }

/** One published version: its questions as they are, and every version beside it. */
export function FormVersionPage({ view, shown, name, token, mayEdit }: Props) {
  const base = `${FORMS_PATH}/${view.code}`
  const { version, layout } = shown.definition
  const [first] = layout.pages
  return (
    <div class="cuon-trang bieu-mau">
      <BackLink href={FORMS_PATH}>{t.title}</BackLink>
      <h2>{name}</h2>
      {layout.template && (
        <SummaryList
          rows={[
            {
              label: t.template,
              value: [layout.template.name, layout.template.number, layout.template.instrument]
                .filter(Boolean)
                .join(', '),
            },
            { label: t.compared, value: t.certainty[layout.template.certainty] },
            ...(layout.template.toVerify === undefined ? [] : [{ label: t.toVerify, value: layout.template.toVerify }]),
          ]}
        />
      )}
      <div class="cac-nut">
        {first && (
          <ButtonLink kind="secondary" icon="arrow-right" href={`${base}/thu/${first.id}?ban=${version}`}>
            {t.tryIt}
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" icon="download" download href={`${base}/tep?ban=${version}`}>
          {t.export}
        </ButtonLink>
        {mayEdit && view.draft && (
          <ButtonLink kind="secondary" icon="pen-line" href={`${base}/nhap`}>
            {t.toDraft}
          </ButtonLink>
        )}
        {mayEdit && !view.draft && (
          <form method="post" action={`${base}/nhap`}>
            <HiddenToken token={token} />
            <input type="hidden" name="ban" value={version} />
            <Button kind="secondary" icon="pen-line" name="viec" value="bat-dau">
              {t.beginFrom(version)}
            </Button>
          </form>
        )}
      </div>
      <Questions layout={layout} />
      <h2>{t.versions}</h2>
      <Table
        caption={t.versions}
        captionHidden
        rows={view.versions}
        rowKey={({ definition }) => String(definition.version)}
        columns={[
          {
            title: t.form,
            rowHeader: true,
            cell: ({ definition }) => <a href={`${base}?ban=${definition.version}`}>{t.version(definition.version)}</a>,
          },
          { title: draftTexts.validFrom, cell: ({ validFrom }) => formatDate(validFrom) },
          { title: t.by, cell: ({ publishedBy }) => t.publishedBy(publishedBy) },
          {
            title: t.inForce,
            cell: ({ definition }) => definition.version === view.inForce && <Tag tone="ok">{t.inForce}</Tag>,
          },
        ]}
      />
    </div>
  )
}

function Questions({ layout }: Pick<PublishedForm['definition'], 'layout'>) {
  const all = fieldsOf({ layout })
  return layout.pages.map((page) => (
    <section class="cau-hoi" key={page.id}>
      <h3>{page.title}</h3>
      {page.sections.map((section, no) => (
        <div key={no}>
          {section.title !== undefined && <h4>{section.title}</h4>}
          {section.repeat && <p class="nhe">{t.eachEntry(section.repeat.entry)}</p>}
          {section.when && <p class="nhe">{`${draftTexts.condition} ${conditionWords(section.when, all)}`}</p>}
          <ul>
            {section.fields.map((spec) => (
              <li key={spec.name}>
                {spec.label} <span class="nhe nho">{kindNames[spec.kind]}</span>{' '}
                {!spec.required && <span class="nhe nho">{t.optional}</span>}
                {spec.when && (
                  <span class="nhe nho">{` ${draftTexts.condition} ${conditionWords(spec.when, section.repeat ? section.fields : all)}`}</span>
                )}
                {spec.compared && (
                  <span class="nhe nho">{` ${t.comparedWith(comparisonWords(spec.compared, [...section.fields, ...all]))}`}</span>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  ))
}
