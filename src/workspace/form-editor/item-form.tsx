import type { ComponentChildren } from 'preact'
import { Button, Details, Field, HiddenToken, Panel, Select, TextArea } from '../../ui/index.ts'
import {
  fieldAt,
  kindNames,
  pageAt,
  sectionAt,
  spotText,
  type FieldSpec,
  type FormLayout,
  type FormPage,
  type FormSection,
  type Spot,
} from '../../forms/index.ts'
import { ConditionFields } from './condition-fields.tsx'
import { EnglishFields } from './english-fields.tsx'
import { QuestionForm } from './question-form.tsx'
import { draftTexts as t, formPageTexts } from './texts.ts'

type Props = {
  layout: FormLayout
  spot: Spot
  action: string
  token: string
  revision: number
  /** Questions asked once, of the common pages too. */
  once: readonly FieldSpec[]
  facts: readonly { value: string; label: string }[]
}

/** The page, section or question chosen in the outline: its boxes, its place, what can be added to it. */
export function ItemForm(props: Props) {
  const { layout, spot, once, facts } = props
  if (spot.section === undefined) {
    const page = pageAt(layout, spot)
    return (
      <>
        <Item {...props} what={t.page} name={page.title}>
          <PageBoxes page={page} once={once} />
        </Item>
        <Add {...props} work="them-phan" title={t.addSection} label={t.addSectionName} optional />
        <Add {...props} work="them-nhom" title={t.addGroup} label={t.addSectionName}>
          <Field name="moi-muc" label={t.entry} hint={t.entryHint} maxLength={100} width="medium" />
        </Add>
      </>
    )
  }
  const section = sectionAt(layout, spot)
  if (spot.field === undefined) {
    return (
      <>
        <Item {...props} what={section.repeat ? t.group : t.section} name={section.title ?? ''}>
          <SectionBoxes section={section} once={once} />
        </Item>
        <Add {...props} work="them-cau" title={t.addQuestion} label={t.addQuestionLabel}>
          <Select
            name="loai"
            id="loai-moi"
            label={t.kind}
            value="text"
            options={Object.entries(kindNames).map(([value, label]) => ({ value, label }))}
          />
        </Add>
      </>
    )
  }
  const spec = fieldAt(layout, spot)
  const among = section.repeat ? section.fields : once
  return (
    <Item {...props} what={t.question} name={spec.label}>
      <QuestionForm spec={spec} among={among} once={once} facts={facts} />
    </Item>
  )
}

type ItemProps = Props & { what: string; name: string; children: ComponentChildren }

function Item({ spot, action, token, revision, what, name, children }: ItemProps) {
  const shown = name === '' ? formPageTexts.unnamed : name
  return (
    <Panel title={`${what}: ${shown}`}>
      <form method="post" action={action} data-live-preview="xem" data-live-action={`${action}/xem-truoc`}>
        <Hidden spot={spot} token={token} revision={revision} />
        {children}
        <div class="cac-nut">
          <Button kind="secondary" icon="check" name="viec" value="luu">
            {t.save}
            <span class="an">{t.of(shown)}</span>
          </Button>
          <Button kind="quiet" icon="chevron-up" name="viec" value="len" formNoValidate>
            {t.earlier}
            <span class="an">{t.of(shown)}</span>
          </Button>
          <Button kind="quiet" icon="chevron-down" name="viec" value="xuong" formNoValidate>
            {t.later}
            <span class="an">{t.of(shown)}</span>
          </Button>
          <Button kind="quiet" icon="x" name="viec" value="bo" formNoValidate>
            {t.remove}
            <span class="an">{t.of(shown)}</span>
          </Button>
        </div>
      </form>
    </Panel>
  )
}

export function Hidden({ spot, token, revision }: { spot?: Spot; token: string; revision: number }) {
  return (
    <>
      <HiddenToken token={token} />
      <input type="hidden" name="lan" value={revision} />
      {spot && <input type="hidden" name="o" value={spotText(spot)} />}
    </>
  )
}

type AddProps = Pick<Props, 'action' | 'token' | 'revision'> & {
  spot?: Spot
  work: string
  title: string
  label: string
  optional?: boolean
  children?: ComponentChildren
}

/** A small form that adds something. */
export function Add({ spot, action, token, revision, work, title, label, optional, children }: AddProps) {
  return (
    <Details summary={title}>
      <form method="post" action={action}>
        <Hidden {...(spot ? { spot } : {})} token={token} revision={revision} />
        <Field name="ten" id={`ten-${work}`} label={label} maxLength={500} {...(optional ? { optional } : {})} />
        {children}
        <Button kind="secondary" icon="plus" name="viec" value={work}>
          {title}
        </Button>
      </form>
    </Details>
  )
}

function PageBoxes({ page, once }: { page: FormPage; once: readonly FieldSpec[] }) {
  return (
    <>
      <Field name="ten" label={t.pageTitle} value={page.title} maxLength={500} />
      <Field name="ma" label={t.pageId} hint={t.codeHint} value={page.id} width="medium" maxLength={60} />
      <TextArea name="loi-dan" label={t.intro} rows={2} value={page.intro ?? ''} optional />
      <ConditionFields when={page.when} among={once} open={page.when !== undefined} />
      <EnglishFields of={page} parts={['title', 'intro']} />
    </>
  )
}

function SectionBoxes({ section, once }: { section: FormSection; once: readonly FieldSpec[] }) {
  const { title, intro, when, repeat } = section
  return (
    <>
      <Field name="ten" label={t.sectionTitle} value={title ?? ''} optional maxLength={500} />
      <TextArea name="loi-dan" label={t.intro} rows={2} value={intro ?? ''} optional />
      {repeat && (
        <>
          <Field
            name="moi-muc"
            id="moi-muc-sua"
            label={t.entry}
            hint={t.entryHint}
            value={repeat.entry}
            width="medium"
          />
          <Field
            name="it-nhat"
            label={t.atLeast}
            value={String(repeat.min)}
            inputMode="numeric"
            width="short"
            unit={t.entries}
          />
          <Field
            name="nhieu-nhat"
            label={t.atMost}
            value={String(repeat.max)}
            inputMode="numeric"
            width="short"
            unit={t.entries}
          />
          <Field name="ma" label={t.groupCode} hint={t.codeHint} value={repeat.name} width="medium" maxLength={60} />
        </>
      )}
      <ConditionFields when={when} among={once} open={when !== undefined} />
      <EnglishFields
        of={{ en: { ...section.en, ...repeat?.en } }}
        parts={repeat ? ['title', 'intro', 'entry'] : ['title', 'intro']}
      />
    </>
  )
}
