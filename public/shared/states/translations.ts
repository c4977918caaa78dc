import { defineTexts } from '../i18n';

export const t = defineTexts({
  'vishing.states.retryButtonLabel': 'Try again',
  'vishing.states.failedTitle': '{what} could not be loaded',
  'vishing.states.staleTitle': '{what} could not be refreshed; what you see is from before',
  'vishing.states.noAccessTitle': 'You have no access to voice phishing here',
  'vishing.states.noAccessDescription':
    'It needs the Kibana privilege “Voice phishing: Read” in this space, and read access to the indices vishing-* and .alerts-security.alerts-*. An administrator can grant both under Stack Management, Roles.',
  'vishing.states.noDataAccessTitle': 'Elasticsearch refused to show this',
  'vishing.states.serverSaysLabel': 'The server says: {message}',
  'vishing.states.notSetUpTitle': 'Voice phishing detection is not set up yet',
  'vishing.states.notSetUpAdminDescription':
    'Nothing has been created in Elasticsearch so far. The setup installs templates, pipelines and rules, and starts resolving calls.',
  'vishing.states.notSetUpReaderDescription':
    'Nothing has been created in Elasticsearch so far. Ask someone with the Kibana privilege “Voice phishing: All” to run the setup.',
  'vishing.states.goToSetupButtonLabel': 'Go to setup',
  'vishing.states.loadingLabel': 'Loading {what}',
});
