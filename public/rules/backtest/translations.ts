import { defineTexts } from '../../shared/i18n';

export const t = defineTexts({
  'vishing.backtest.description':
    'What the rule would have found in your own data with the values on the Parameters tab, saved or not. Nothing is written. Late records are taken as if they had come in time, and the limit of alerts for one run is not applied.',
  'vishing.backtest.runButtonLabel': 'Run back-test',
  'vishing.backtest.cancelButtonLabel': 'Cancel',
  'vishing.backtest.progressLabel': '{done} of {total} parts of the range, newest first',
  'vishing.backtest.cancelledLabel':
    'Cancelled: the numbers below are of {done} of {total} parts of the range.',
  'vishing.backtest.failedTitle': 'The back-test stopped',
  'vishing.backtest.failedDescription':
    '{message} The numbers below are of the parts that were read before. Run it again to go on from there.',
  'vishing.backtest.invalidTitle': 'Correct the values on the Parameters tab first',
  'vishing.backtest.tooLongTitle':
    'A back-test covers at most {days} days. Choose a shorter range.',
  'vishing.backtest.changedTitle':
    'The values or the range changed since. Run the back-test again.',
  'vishing.backtest.incompleteTitle': 'The data of this range is not complete',
  'vishing.backtest.groundFailedTitle':
    'Whether the data is complete, which calls are confirmed and what chance would do could not be read',
  'vishing.backtest.oldestLabel':
    'The oldest call that is kept is of {when}; before it no call can be found.',
  'vishing.backtest.noCallsLabel': 'There are no calls at all.',
  'vishing.backtest.silentLabel':
    '{source} ({site}) has sent nothing for {hours, plural, one {# hour} other {# hours}}.',
  'vishing.backtest.lateLabel':
    'Records of {source} ({site}) come late: 95 % within {delay}. The rule itself waits 30 minutes and may miss some of these alerts.',
  'vishing.backtest.missingLabel': 'No data of "{name}" in this range.',
  'vishing.backtest.truncatedLabel':
    'A limit was reached: there are more alerts than are counted here. Make the values narrower or the range shorter.',
  'vishing.backtest.resultTitle': 'Alerts a day',
  'vishing.backtest.alertsLabel':
    '{count, plural, one {# alert} other {# alerts}} with these values, {rate} a day',
  'vishing.backtest.boundLabel':
    'At least {count, plural, one {# alert} other {# alerts}} with these values, {rate} a day',
  'vishing.backtest.sameLabel': 'These are the values in force.',
  'vishing.backtest.changesLabel':
    'Against the values in force: {comes} come, {goes} go, {stays} stay.',
  'vishing.backtest.daysAriaLabel':
    '{count, plural, one {# alert} other {# alerts}} in {days, plural, one {# day} other {# days}}, at most {most} on one day',
  'vishing.backtest.dayTitle':
    '{day}: {count, plural, one {# alert} other {# alerts}}, {stay} stay',
  'vishing.backtest.staysLegend': 'stay',
  'vishing.backtest.comesLegend': 'come',
  'vishing.backtest.chanceTitle': 'By chance alone',
  'vishing.backtest.chanceLabel':
    'About {alerts} of these alerts would be there by chance alone, {percent} of the events of somebody who has calls.',
  'vishing.backtest.chanceDescription':
    'Measured here: {events, plural, one {# event} other {# events}}, and {calls, plural, one {# call} other {# calls}} that meet the conditions, of {callers, plural, one {# person} other {# people}} on {days, plural, one {# day} other {# days}}: {rate} calls a person and day, and a window of {window}. Calls taken as spread over a working day of eight hours.',
  'vishing.backtest.noChanceLabel':
    'Chance plays no part in this rule, or there are no calls to measure it by.',
  'vishing.backtest.recallTitle': 'Confirmed calls',
  'vishing.backtest.recallLabel':
    '{found} of {count, plural, one {# confirmed call} other {# confirmed calls}} found.',
  'vishing.backtest.noRecallLabel': 'No call of this range is confirmed yet.',
  'vishing.backtest.recallDescription':
    'A call counts as confirmed when an alert of any of our rules about it was acknowledged, or closed for another reason than that it was a false positive, harmless or double.',
  'vishing.backtest.callersTitle': 'Top callers',
  'vishing.backtest.peopleTitle': 'Top people',
  'vishing.backtest.hostsTitle': 'Top computers',
  'vishing.backtest.noneLabel': 'None',
  'vishing.backtest.topLabel': '{alerts}',
  'vishing.backtest.alertsTitle': 'Alerts',
  'vishing.backtest.tableCaption': 'Alerts of the back-test, newest first',
  'vishing.backtest.filterLegend': 'Which alerts are shown',
  'vishing.backtest.allFilterLabel': 'All {count}',
  'vishing.backtest.comesFilterLabel': 'Come {count}',
  'vishing.backtest.goesFilterLabel': 'Go {count}',
  'vishing.backtest.staysFilterLabel': 'Stay {count}',
  'vishing.backtest.comesLabel': 'Comes',
  'vishing.backtest.goesLabel': 'Goes',
  'vishing.backtest.staysLabel': 'Stays',
  'vishing.backtest.whenColumnTitle': 'When',
  'vishing.backtest.changeColumnTitle': 'Change',
  'vishing.backtest.personColumnTitle': 'Person',
  'vishing.backtest.numberColumnTitle': 'Number',
  'vishing.backtest.hostColumnTitle': 'Computer',
  'vishing.backtest.gapColumnTitle': 'Against the call',
  'vishing.backtest.callColumnTitle': 'Call',
  'vishing.backtest.callLink': 'Open call',
  'vishing.backtest.countLabel': '{count, plural, one {# event} other {# events}}',
  'vishing.backtest.emptyLabel': 'The rule would have found nothing.',
  'vishing.backtest.sweepTitle': 'Try many values of one parameter',
  'vishing.backtest.sweepDescription':
    'Runs the back-test over the same range once for each value, the other parameters as they are.',
  'vishing.backtest.sweepLabel': 'Parameter',
  'vishing.backtest.sweepButtonLabel': 'Try values',
  'vishing.backtest.sweepProgressLabel': '{done} of {total} steps',
  'vishing.backtest.sweepCaption': 'Alerts and confirmed calls found, by the value of {name}',
  'vishing.backtest.sweepAriaLabel':
    'Curve of alerts against confirmed calls found, one point for each value; the table below has the same numbers',
  'vishing.backtest.valueColumnTitle': 'Value',
  'vishing.backtest.alertsColumnTitle': 'Alerts',
  'vishing.backtest.foundColumnTitle': 'Confirmed calls found',
  'vishing.backtest.pointTitle': '{value}: {alerts} alerts, {recall} of the confirmed calls',
  'vishing.backtest.alertsAxisLabel': 'Alerts, 0 to {most}',
  'vishing.backtest.recallAxisLabel': 'Confirmed calls found, 0 to 100 %',
  'vishing.backtest.triedLabel': '{value} (these values)',
});
