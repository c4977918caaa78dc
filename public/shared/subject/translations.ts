import { defineTexts } from '../i18n';

export const t = defineTexts({
  'vishing.subject.badVerdictLabel': 'Known bad',
  'vishing.subject.trustedVerdictLabel': 'Trusted',
  'vishing.subject.ownVerdictLabel': 'Our own number',
  'vishing.subject.call-answeredLabel': 'Answered',
  'vishing.subject.call-missedLabel': 'Missed',
  'vishing.subject.call-rejectedLabel': 'Rejected',
  'vishing.subject.call-failedLabel': 'Failed',
  'vishing.subject.call-voicemailLabel': 'Voicemail',
  'vishing.subject.call-forwardedLabel': 'Forwarded',
  'vishing.subject.lengthUnknownLabel': 'Length unknown',
  'vishing.subject.activityTitle': 'Calls over time',
  'vishing.subject.activityLabel':
    '{calls, plural, one {# call} other {# calls}}, {answered} answered, {talk} of talk in this period',
  'vishing.subject.activityAriaLabel':
    '{calls, plural, one {# call} other {# calls}} in {periods} {unit}s, at most {most} in one, {answered} of all answered',
  'vishing.subject.noActivityLabel': 'No calls in this period. Choose a longer one.',
  'vishing.subject.periodLabel':
    '{day}: {calls, plural, one {# call} other {# calls}}, {answered} answered',
  'vishing.subject.answeredLegend': 'Answered',
  'vishing.subject.notAnsweredLegend': 'Not answered',
  'vishing.subject.suspiciousTitle': 'Suspicious calls',
  'vishing.subject.theSuspiciousCallsLabel': 'The suspicious calls',
  'vishing.subject.suspiciousCaption': 'Calls that rules alerted on',
  'vishing.subject.noSuspiciousLabel': 'No rule alerted on a call in this period.',
  'vishing.subject.truncatedTitle': 'There are more alerts than can be read at once',
  'vishing.subject.truncatedDescription':
    'Some calls may be missing here. Choose a shorter time range to see every one.',
  'vishing.subject.scoreColumnTitle': 'Score',
  'vishing.subject.whenColumnTitle': 'When',
  'vishing.subject.personColumnTitle': 'Person',
  'vishing.subject.numberColumnTitle': 'Number',
  'vishing.subject.reasonsColumnTitle': 'What happened',
  'vishing.subject.statusColumnTitle': 'Status',
  'vishing.subject.noReasonLabel': 'A rule alerted on this call',
  'vishing.subject.unknownPersonLabel': 'Unknown person',
  'vishing.subject.noNumberLabel': 'Number withheld',
  'vishing.subject.reachableLabel': 'The first {reachable} of {total} can be paged through.',
  'vishing.subject.refreshButtonLabel': 'Refresh',
});
