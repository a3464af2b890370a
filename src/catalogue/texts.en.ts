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

export const findingTitlesEn = {
  'code.malformed': 'The procedure code is malformed',
  'case.missing': 'No case is named; taken from the ways of filing for now',
  'case.merged': 'Two cases were the same and have been merged',
  'case.same-name': 'Cases with the same name but different time limits',
  'term.unclear': 'The time limit is not clear',
  'term.read-from-text': 'The time limit was read from the wording',
  'term.case-and-method-differ': 'Two different time limits are stated',
  'component.none': 'No papers to file are named',
  'component.note': 'A note stands among the papers',
  'component.heading': 'A heading stands among the papers',
  'component.note-with-count': 'A note or heading has a number of copies',
  'component.no-count': 'The number of copies is not stated',
  'component.count-read': 'The number of copies was read from the wording',
  'component.repeated': 'A paper was named twice; one was removed',
  'component.several-in-one': 'One line names several papers',
  'fee.in-thousands': 'The amount may be in thousands of đồng',
  'fee.tiny-amount': 'The amount is unusually small',
  'fee.foreign-currency': 'The amount is in a foreign currency',
  'fee.set-by-council': "The amount is set by the People's Council",
  'fee.text-only': 'The amount is only described in words',
  'fee.several-amounts': 'Several amounts for one way of filing',
  'fee.text-differs': 'The figure and the words do not agree',
  'fee.time-limited': 'The amount applies only for a time',
  'fee.per-unit': 'The amount is per page, copy or other unit',
  'fee.conditional': 'The amount is for some cases only',
  'fee.price': 'Called a price of a service, not a fee or charge',
  'fee.unconfirmed': 'The amount is clear but must be compared with the law before it is collected',
  'wording.district-level': 'The district level is still mentioned',
  'wording.merged-body': 'An agency that was merged is still named',
  'wording.other-province': 'An agency of another province is named',
  'text.damaged': 'The wording is damaged in the source',
  'text.repaired': 'The wording had copying mistakes, which were corrected',
  'procedure.same-name': 'Another procedure has the same name',
  'result.none': 'The result is not stated',
}

export const severityNamesEn = {
  blocking: 'To be corrected before applications are accepted',
  doubt: 'Somebody must decide',
  note: 'Handled by rule',
}

export const levelNamesEn = { province: 'Province level', commune: 'Commune level' }

export const channelNamesEn = { online: 'Online', counter: 'In person', postal: 'By post' }

export const feeKindNamesEn = { fee: 'Fee', charge: 'Charge', price: 'Price' }
