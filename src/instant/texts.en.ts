export const instantRefusalsEn = {
  'instant.draft-changed': 'The draft has just been changed by {by}. Open it again to see the new version, then go on.',
  'instant.no-draft': 'There is no draft of the declaration to publish.',
  'instant.unknown-procedure': 'There is no procedure with the code {code} in force.',
  'instant.faults': 'It cannot be published. {words} Correct the draft and publish again.',
  'instant.in-the-past': 'The day it comes into force must be today or later, and after the version before.',
  'instant.not-declared': 'No declaration of automatic decisions has been published for this procedure.',
  'instant.switch-same': 'Automatic decisions of this procedure are in that state already.',
  'instant.not-a-signatory':
    'The person who permits it must be a signatory of this very agency. Choose another person.',
  'instant.authority-standing':
    'This agency has a permission in force for that procedure already. Revoke the old one first.',
  'instant.unknown-authority': 'This permission does not exist or has been revoked.',
  'instant.not-by-machine':
    'The result of this application was signed by an officer, not issued by the system automatically.',
  'instant.asked-before': 'You have already asked an officer to look at it; the application is with the officer.',
  'instant.no-authority': 'The agency that decides has no permission in force to issue results automatically.',
  'instant.no-automatic-key': 'The key of the agency seal has not been given to the system for automatic use.',
  'instant.switched-off': 'Automatic decisions of this procedure have just been switched off.',
  'instant.overtaken': 'The application was handled in another way while the system was at work.',
  'instant.stuck': 'The system began but did not finish.',
}

export const checkWordsEn = {
  'data-present': 'All required answers are there',
  'nothing-to-read': 'There is no paper that a person must read',
  'for-oneself': 'The person filing asks for themselves',
  'register-confirms': 'It agrees with the data the State holds',
  'fee-settled': 'There is nothing left to pay',
}
