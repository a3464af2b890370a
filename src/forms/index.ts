export { applicantKinds, buildApplicationForm, commonPages, withinApplication } from './application-form.ts'
export { checkAddress } from './browser/check-module.ts'
export { knownElsewhere } from './browser/checked-layout.ts'
export { asTyped, boxesOf } from './as-typed.ts'
export type { ApplicantKinds, FormSource } from './application-form.ts'
export { holds, isAsked, TICKED, type Condition } from './condition.ts'
export { fieldsOf, groupsOf, namesOf, rootOf, sectionsOf, waitingFor } from './form.ts'
export type {
  FieldError,
  FieldKind,
  FieldOption,
  FieldSpec,
  FormData,
  FormDefinition,
  FormLayout,
  FormPage,
  FormSection,
  FormTemplate,
  Group,
  Prefill,
  PrintLayout,
  Repeat,
  Spoken,
} from './form.ts'
export { FormErrors, FormFields } from './form-fields.tsx'
export { changedEntries, countOf } from './groups.ts'
export type { Place, PlaceBook } from './kinds/place-book.ts'
export { exportFormFile, importFormFile, readFormFile, type ReadForm } from './exchange/carry-form.ts'
export { formCommand } from './exchange/form.command.ts'
export { exportForm, importForm } from './exchange/form-file.ts'
export { importFormio } from './exchange/formio.ts'
export { changeWords, pagesChanged, putPages } from './put-pages.ts'
export { spokenNow, withoutEnglish } from './spoken.ts'
export { LayoutInput } from './form-input.ts'
export { Said } from './said.tsx'
export { SHOW_COMMUNES } from './place-field.tsx'
export { printForm, type FormOnPaper } from './print/print-form.ts'
export { kindOf } from './kinds/kinds.ts'
export { formatNumber } from './kinds/numbers.ts'
export { isPersonalId, personalIdFacts } from './kinds/personal-id.ts'
export type { PersonalIdFacts } from './kinds/personal-id.ts'
export { differenceOf } from './editing/difference.ts'
export type { FormChange } from './editing/difference.ts'
export { discardFormDraft, draftForm, stepFormDraft } from './editing/draft-form.ts'
export { addField, addPage, addSection, changeField, changePage, changeSection } from './editing/edit-layout.ts'
export { moveAt, removeAt } from './editing/edit-layout.ts'
export type { Edited } from './editing/edit-layout.ts'
export { faultsOf } from './editing/faults.ts'
export { soundPartOf } from './editing/sound-part.ts'
export { standingAlone } from './editing/standing-alone.ts'
export type { FormFault } from './editing/faults.ts'
export { getForm, listForms } from './editing/get-form.ts'
export type { FormSummary, FormView } from './editing/get-form.ts'
export { publishFormDraft } from './editing/publish-draft.ts'
export { fieldAt, isThere, pageAt, sectionAt, spotOf, spotText } from './editing/spot.ts'
export type { Spot } from './editing/spot.ts'
export { changeRow, faultLine, kindNames } from './editing/texts.ts'
export { loadForms, readFormFiles } from './load-forms.ts'
export { publishForm } from './publish-form.ts'
export { readAnswers } from './read-answers.ts'
export type { Answers, FormBody, Values } from './read-answers.ts'
export { schemaOf } from './schema.ts'
export { entriesOf, shownAnswers } from './shown-answers.ts'
export type { ShownAnswer } from './shown-answers.ts'
export { formInForce, formVersion } from './store.ts'
export type { PublishedForm } from './store.ts'
export { WHOM_PAGE } from './whom-fields.ts'
export { measureOf, ORDERS, type Comparison, type Order } from './comparison.ts'
export { comparisonWords, orderWords } from './comparison.texts.ts'
export { conditionWords } from './condition.texts.ts'
export { formsRefusals } from './officers.texts.ts'
export { validateForm } from './validate-form.ts'
export { whyUnsound } from './why-unsound.ts'
export { withCommunes } from './with-communes.ts'
