import { defineTexts } from '../../../shared/i18n';

export const t = defineTexts({
  'vishing.edited.ruleInKibanaLabel': 'Open the rule in Kibana',
  'vishing.edited.turnOffButtonLabel': 'Turn off',
  'vishing.edited.turnOnButtonLabel': 'Turn on',
  'vishing.edited.noticeTitle': 'Somebody edited this rule in Kibana',
  'vishing.edited.noticeDescription':
    'It stays as it is there until you decide: neither the setup nor a change on this page overwrites it.',
  'vishing.edited.compareButtonLabel': 'Compare and decide',
  'vishing.edited.flyoutTitle': 'Shipped rule and edited rule',
  'vishing.edited.legendDescription':
    'Lines with − stand in Kibana now; lines with + are of the shipped rule with the values of this page.',
  'vishing.edited.valuesOnlyDescription':
    'The edit can be kept as values of this page: {changes}. They then survive upgrades.',
  'vishing.edited.noValuesDescription':
    'The edit changes no value of a parameter; only texts or tables of the rule differ.',
  'vishing.edited.notUnderstoodDescription':
    'The edit changes more of the query than values of parameters. To keep it, duplicate the rule in Kibana before you take over the shipped one.',
  'vishing.edited.editsSubject': 'What the edit means',
  'vishing.edited.differenceAriaLabel': 'Differences of {field}',
  'vishing.edited.keepButtonLabel': 'Keep theirs',
  'vishing.edited.closeButtonLabel': 'Close',
  'vishing.edited.takeOursButtonLabel': 'Take ours',
  'vishing.edited.takeValuesButtonLabel': 'Take ours with their values',
  'vishing.edited.takenOverNote': 'Taken over from the rule as it was edited in Kibana',
  'vishing.edited.takenOverTitle': 'The shipped rule is in place again',
  'vishing.edited.notTakenOverTitle': 'The rule in Kibana was not replaced',
});
