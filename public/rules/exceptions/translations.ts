import { defineTexts } from '../../shared/i18n';

export const t = defineTexts({
  'vishing.ruleExceptions.description':
    'Pairs on which this rule stays silent. Make one from the page of a call on which the rule alerted.',
  'vishing.ruleExceptions.tableCaption': 'Exceptions of the rule',
  'vishing.ruleExceptions.emptyLabel': 'This rule has no exceptions.',
  'vishing.ruleExceptions.pairColumnTitle': 'Except',
  'vishing.ruleExceptions.stateColumnTitle': 'State',
  'vishing.ruleExceptions.endsColumnTitle': 'Ends',
  'vishing.ruleExceptions.reasonColumnTitle': 'Reason',
  'vishing.ruleExceptions.madeColumnTitle': 'Made',
  'vishing.ruleExceptions.madeText': '{when} by {by}',
  'vishing.ruleExceptions.removeColumnTitle': 'Remove',
  'vishing.ruleExceptions.removeButtonLabel': 'Remove',
  'vishing.ruleExceptions.removeAriaLabel': 'Remove the exception of {first} and {second}',
  'vishing.ruleExceptions.activeLabel': 'In force',
  'vishing.ruleExceptions.ends_soonLabel': 'Ends soon',
  'vishing.ruleExceptions.expiredLabel': 'Ended',
  'vishing.ruleExceptions.endsSoonTitle':
    '{count, plural, one {# exception of this rule ends} other {# exceptions of this rule end}} within {days} days; then it alerts again',
  'vishing.ruleExceptions.newsTitle': 'Exceptions that end soon or ended lately',
  'vishing.ruleExceptions.endSoonText':
    '{count, plural, one {# ends} other {# end}} within {days} days',
  'vishing.ruleExceptions.endedLatelyText':
    '{count, plural, one {# ended} other {# ended}} in the last {days} days, and the rule alerts again',
  'vishing.ruleExceptions.showLinkText': 'Show the exceptions',
});
