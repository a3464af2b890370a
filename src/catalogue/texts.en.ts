export const catalogueRefusalsEn = {
  'catalogue.unknown-procedure': 'There is no procedure with the code {code} in force.',
  'catalogue.bad-code':
    'The procedure code {code} is not in the right form. The agency that controls procedures must correct it before applications are accepted.',
  'catalogue.no-level': 'Procedure {code} does not say which level decides.',
  'catalogue.no-case': 'Procedure {code} has no case yet.',
  'catalogue.term-unclear':
    'Procedure {code} cannot be filed yet: its announcement does not clearly state the time limit, so no due date can be given. The agency in charge must first state the time limit given by law.',
  'catalogue.term-published':
    'The case "{case}" already has a time limit in the announcement. To change it, the procedure must be announced anew.',
  'catalogue.term-not-a-length':
    'The time limit must be a whole number, or end in a half for working days and hours. For "within the day" enter 1.',
  'catalogue.document-in-future': 'The document is dated after today. Check the day it was signed.',
  'catalogue.counter-only': 'Procedure {code} is only accepted in person, not online.',
}
