export const deliveryRefusalsEn = {
  'dossiers.delivered-before':
    'You already have the result, so how you receive it can no longer be changed. Download the electronic version from the page of the application.',
  'dossiers.no-result-to-deliver':
    'The application has ended and there is no result to receive, so this cannot be changed.',
  'dossiers.same-delivery': 'The result is already delivered this way.',
  'dossiers.delivery-needs-address': 'Enter the address the post delivers the result to.',
}
