import { defineTexts } from '../i18n';

export const t = defineTexts({
  'vishing.alertActions.acknowledgeButtonLabel': 'Acknowledge',
  'vishing.alertActions.closeButtonLabel': 'Close…',
  'vishing.alertActions.reopenButtonLabel': 'Reopen',
  'vishing.alertActions.closeTitle': 'Close {count, plural, one {# call} other {# calls}}',
  'vishing.alertActions.closeDescription':
    'All alerts about {count, plural, one {this call} other {these calls}} are closed.',
  'vishing.alertActions.reasonLegend': 'Reason',
  'vishing.alertActions.truePositiveLabel':
    'True positive: it was voice phishing and is dealt with',
  'vishing.alertActions.benignPositiveLabel':
    'Benign positive: it happened as shown, and was allowed',
  'vishing.alertActions.falsePositiveLabel': 'False positive: it was not what the rule took it for',
  'vishing.alertActions.duplicateLabel': 'Duplicate: it is dealt with elsewhere',
  'vishing.alertActions.otherLabel': 'Other',
  'vishing.alertActions.confirmButtonLabel': 'Close',
  'vishing.alertActions.cancelButtonLabel': 'Cancel',
  'vishing.alertActions.openDoneTitle': '{count, plural, one {Call} other {# calls}} reopened',
  'vishing.alertActions.acknowledgedDoneTitle':
    '{count, plural, one {Call} other {# calls}} acknowledged',
  'vishing.alertActions.closedDoneTitle': '{count, plural, one {Call} other {# calls}} closed',
  'vishing.alertActions.failedTitle': 'The status was not changed',
  'vishing.alertActions.nothingToDoTitle': 'Nothing to change: no alert belongs to this call',
});
