import { defineTexts } from '../shared/i18n';

export const t = defineTexts({
  'vishing.retention.title': 'Retention',
  'vishing.retention.description':
    'How long personal data is kept. A background task deletes what is older, once an hour, with an API key of the administrator who saved this. Alerts belong to Kibana and stay.',
  'vishing.retention.theRetentionLabel': 'The retention',
  'vishing.retention.recordsLabel': 'Raw records',
  'vishing.retention.recordsHelp':
    'After the call and after they came in. A rebuild removes calls whose records are gone.',
  'vishing.retention.callsLabel': 'Calls',
  'vishing.retention.callsHelp':
    'After the call. Below 30 days, “first seen” and the counts of a number know less.',
  'vishing.retention.peopleLabel': 'Directory entries',
  'vishing.retention.peopleHelp':
    'After the last of the person’s numbers and extensions ended. People with a line that has no end stay.',
  'vishing.retention.daysLabel': 'days',
  'vishing.retention.keepPlaceholder': 'keep',
  'vishing.retention.daysError': 'A whole number of days from 1 to 36500, or nothing to keep all',
  'vishing.retention.saveButtonLabel': 'Save…',
  'vishing.retention.confirmTitle': 'Change the retention?',
  'vishing.retention.nothingDescription':
    'Nothing is that old now. What becomes older is deleted from then on.',
  'vishing.retention.expiredDescription':
    'These are older and will be deleted within minutes. That cannot be undone.',
  'vishing.retention.recordsCount': '{count} of {total} raw records',
  'vishing.retention.callsCount': '{count} of {total} calls',
  'vishing.retention.peopleCount': '{count} of {total} directory entries',
  'vishing.retention.confirmButtonLabel': 'Save retention',
  'vishing.retention.cancelButtonLabel': 'Cancel',
  'vishing.retention.failedTitle': 'The last run could not delete everything',
  'vishing.retention.notSavedTitle': 'The retention was not changed',
  'vishing.retention.lastRunLabel': 'Last run',
  'vishing.retention.runningLabel': 'Deleting now:',
  'vishing.retention.removedLabel':
    '{records} raw records, {calls} calls and {people} directory entries deleted',
});
