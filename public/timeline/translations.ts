import { defineTexts } from '../shared/i18n';

export const t = defineTexts({
  'vishing.timeline.callsLaneLabel': 'Calls',
  'vishing.timeline.numberLaneLabel': 'Same number',
  'vishing.timeline.mailLaneLabel': 'Mail, chat',
  'vishing.timeline.identityLaneLabel': 'Identity',
  'vishing.timeline.endpointLaneLabel': 'Endpoint',
  'vishing.timeline.networkLaneLabel': 'Network',
  'vishing.timeline.alertsLaneLabel': 'Alerts',
  'vishing.timeline.chartAriaLabel':
    'Timeline of the call with {count, plural, one {# event} other {# events}}. Arrow keys go from event to event, plus and minus zoom, 0 shows everything, Enter opens an event.',
  'vishing.timeline.miniAriaLabel':
    'What happened around the call: {count, plural, one {# event} other {# events}}',
  'vishing.timeline.markAriaLabel': '{offset}: {sentence}',
  'vishing.timeline.columnAriaLabel':
    '{count, plural, one {# event} other {# events}} between {from} and {to}. Click to zoom in.',
  'vishing.timeline.gapLabel': '{duration} without events',
  'vishing.timeline.zoomInAriaLabel': 'Zoom in',
  'vishing.timeline.zoomOutAriaLabel': 'Zoom out',
  'vishing.timeline.fitAriaLabel': 'Show everything',
  'vishing.timeline.overviewAriaLabel': 'Overview',
  'vishing.timeline.overviewStartAriaLabel': 'Start of what is shown',
  'vishing.timeline.overviewEndAriaLabel': 'End of what is shown',
  'vishing.timeline.partialAriaLabel': '{lane} is shown only in part',
});
