import { defineTexts } from '../i18n';

export const t = defineTexts({
  'vishing.exceptions.number_personLabel': 'This number with this person',
  'vishing.exceptions.person_hostLabel': 'This person on this computer',
  'vishing.exceptions.tool_teamLabel': 'This program in this team',
  'vishing.exceptions.pairText': '{first} and {second}',
  'vishing.exceptions.modalTitle': 'Make an exception',
  'vishing.exceptions.modalDescription':
    'The rule stays silent where both are there, until the day it ends. It alerts on everything else as before.',
  'vishing.exceptions.ruleLabel': 'Rule',
  'vishing.exceptions.pairLegend': 'Except',
  'vishing.exceptions.endsLabel': 'Ends',
  'vishing.exceptions.endsText': 'in {days} days, on {day}',
  'vishing.exceptions.reasonLabel': 'Reason',
  'vishing.exceptions.reasonHelp': 'Who said so, and why it is no attack.',
  'vishing.exceptions.reasonError': 'A reason is needed: it is what the next person reads.',
  'vishing.exceptions.cancelButtonLabel': 'Cancel',
  'vishing.exceptions.saveButtonLabel': 'Make exception',
  'vishing.exceptions.openButtonLabel': 'Exception…',
  'vishing.exceptions.savedTitle': 'The exception was made',
  'vishing.exceptions.removedTitle': 'The exception was removed',
  'vishing.exceptions.notSavedTitle': 'The exception was not made',
  'vishing.exceptions.notRemovedTitle': 'The exception was not removed',
  'vishing.exceptions.notInstalledTitle':
    'Saved. Kibana does not have this rule yet, so install it.',
  'vishing.exceptions.notAppliedTitle': 'Saved, but the rule in Kibana was not changed',
});
