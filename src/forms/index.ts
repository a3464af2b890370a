export { applicantKinds, buildApplicationForm, commonPages, withinApplication } from './application-form.ts'
export type { ApplicantKinds, FormSource } from './application-form.ts'
export { fieldsOf, isAsked } from './form.ts'
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
} from './form.ts'
export { FormErrors, FormFields } from './form-fields.tsx'
export { formatNumber } from './kinds/numbers.ts'
export { isPersonalId, personalIdFacts } from './kinds/personal-id.ts'
export type { PersonalIdFacts } from './kinds/personal-id.ts'
export { loadForms, readFormFiles } from './load-forms.ts'
export { publishForm } from './publish-form.ts'
export { readAnswers } from './read-answers.ts'
export type { Answers, FormBody } from './read-answers.ts'
export { schemaOf } from './schema.ts'
export { shownAnswers } from './shown-answers.ts'
export type { ShownAnswer } from './shown-answers.ts'
export { formInForce, formVersion } from './store.ts'
export { formsRefusals } from './texts.ts'
export { validateForm } from './validate-form.ts'
export { withCommunes } from './with-communes.ts'
