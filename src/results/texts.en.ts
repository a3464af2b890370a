export const ownRefusalsEn = {
  'results.no-draft': 'The application has no draft result to approve yet.',
  'results.draft-changed': 'The draft was changed after you opened it. Open it again to see the new version.',
  'results.no-signatory':
    'No signatory has been chosen at the agency that decides. Tell the administrator to give the right to sign.',
  'results.not-approved': 'The result has not been approved, so it cannot be signed.',
  'results.authority-ended':
    'The authority to sign ({authority}) has ended. Return the draft to choose another signatory.',
  'results.not-the-named-signatory':
    'This document is to be signed by {name}. The digital signature of another person has no value here.',
  'results.changed-after-approval':
    'The content differs from what was approved, so it cannot be signed. Return the draft to have it approved again.',
  'results.not-signed': 'The signatory has not signed, so the agency cannot seal it.',
  'results.number-lost': 'The number was not kept any longer. Seal it again to get another number.',
  'results.correction-changes-outcome':
    'A correction does not change the conclusion: a grant stays a grant, a refusal stays a refusal. Record the conclusion as it was.',
  'results.not-opened':
    'The document has points to consider, so it must be opened before it is signed together with others.',
  'results.not-issued': 'The result has not been issued yet.',
  'results.receiver-missing': 'Enter the full name of the person who takes the result at the counter.',
  'results.postal-code-missing': 'Enter the code of the postal item.',
  'results.too-large-to-verify': 'The file is larger than {limit}. Only smaller PDF files are checked.',
  'results.nothing-to-verify': 'Enter the verification code printed on the document, or choose a PDF file.',
}
