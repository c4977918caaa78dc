import { defineTexts } from '../../shared/i18n';

export const t = defineTexts({
  'vishing.whyPanel.description':
    'Choose a call: each condition of this rule is shown with the value found and the value needed. The values on the Parameters tab are used, also before they are saved.',
  'vishing.whyPanel.searchLabel': 'Search call id, number, person or host',
  'vishing.whyPanel.callsSubject': 'The calls',
  'vishing.whyPanel.tableCaption': 'Calls found',
  'vishing.whyPanel.noCallsLabel':
    'No call was found. Try a longer time range, or a part of the number.',
  'vishing.whyPanel.timeColumnTitle': 'Began',
  'vishing.whyPanel.personColumnTitle': 'Person',
  'vishing.whyPanel.numberColumnTitle': 'Number',
  'vishing.whyPanel.directionColumnTitle': 'Direction',
  'vishing.whyPanel.talkColumnTitle': 'Conversation',
  'vishing.whyPanel.chooseColumnTitle': 'Explain',
  'vishing.whyPanel.chooseButtonLabel': 'Explain',
  'vishing.whyPanel.unknownLabel': 'Unknown',
  'vishing.whyPanel.notAnsweredLabel': 'Not answered',
  'vishing.whyPanel.shownLabel': 'The newest {shown} of {total} calls are shown.',
  'vishing.whyPanel.otherCallButtonLabel': 'Choose another call',
  'vishing.whyPanel.callLinkText': 'Open the call',
  'vishing.whyPanel.countingTitle': 'This rule counts events and is about no single call',
  'vishing.whyPanel.countingDescription':
    'Ask the rule that reads its alerts: it says how far the count got for a call.',
});
