import { defineTexts } from '../shared/i18n';

export const t = defineTexts({
  'vishing.setup.pageTitle': 'Setup',
  'vishing.setup.pageDescription':
    'Everything that voice phishing detection needs in Elasticsearch and Kibana. Nothing is created before an administrator asks for it, and asking again is always safe.',
  'vishing.setup.theSetupLabel': 'The state of the setup',
  'vishing.setup.installButtonLabel': 'Install everything',
  'vishing.setup.updateButtonLabel': 'Install what is missing or outdated',
  'vishing.setup.repeatButtonLabel': 'Check and install again',
  'vishing.setup.installingButtonLabel': 'Installing…',
  'vishing.setup.readOnlyDescription':
    'You can see the setup but not change it: that needs the Kibana privilege “Voice phishing: All”.',
  'vishing.setup.progressAssetsLabel': 'Installing templates, indices, pipelines and the resolver',
  'vishing.setup.progressRulesLabel': 'Installing detection rules',
  'vishing.setup.completeTitle': 'Everything is installed and current',
  'vishing.setup.missingTitle':
    '{count, plural, one {# asset is} other {# assets are}} missing, outdated or not ours',
  'vishing.setup.unknownTitle':
    'The state of {count, plural, one {# asset} other {# assets}} could not be read',
  'vishing.setup.resultTitle':
    '{installed} installed, {updated} updated, {unchanged} unchanged, {failed} failed',
  'vishing.setup.resultFailedDescription':
    'What failed is listed with its reason below. The rest is in place; installing again only does what is left.',
  'vishing.setup.stepFailedTitle': 'The installation stopped: {message}',
  'vishing.setup.stepFailedDescription':
    'What was installed before that stays. Installing again goes on from there.',
  'vishing.setup.componentTemplateKindTitle': 'Component templates',
  'vishing.setup.indexTemplateKindTitle': 'Index templates',
  'vishing.setup.indexKindTitle': 'Indices',
  'vishing.setup.ingestPipelineKindTitle': 'Ingest pipelines',
  'vishing.setup.taskKindTitle': 'Background tasks',
  'vishing.setup.ruleKindTitle': 'Detection rules',
  'vishing.setup.kindSummaryLabel': '{current} of {total} current',
  'vishing.setup.nameColumnTitle': 'Name',
  'vishing.setup.stateColumnTitle': 'State',
  'vishing.setup.reasonColumnTitle': 'Details',
  'vishing.setup.currentStateLabel': 'Current',
  'vishing.setup.missingStateLabel': 'Missing',
  'vishing.setup.outdatedStateLabel': 'Outdated',
  'vishing.setup.foreignStateLabel': 'Not ours',
  'vishing.setup.unknownStateLabel': 'Unknown',
  'vishing.setup.editedDetail': 'It was edited in Kibana; the setup leaves it as it is.',
  'vishing.setup.waitingDetail':
    'Switched off until it has data: in the last 14 days there was no record of {data}.',
  'vishing.setup.readyDetail':
    'Switched off because its data was missing. The data is there now: install again, and it is switched on.',
  'vishing.setup.installedResultLabel': 'Installed',
  'vishing.setup.unchangedResultLabel': 'Unchanged',
  'vishing.setup.updatedResultLabel': 'Updated',
  'vishing.setup.failedResultLabel': 'Failed',
  'vishing.setup.rulesUnknownTitle': 'The detection rules could not be read',
  'vishing.setup.resolverTitle': 'Call resolver',
  'vishing.setup.resolverDescription':
    'Turns raw phone records into calls: numbers, direction, people, reputation. It runs every minute with an API key of the administrator who ran the setup.',
  'vishing.setup.scheduledFact': 'Scheduled',
  'vishing.setup.yesValue': 'yes',
  'vishing.setup.noValue': 'no',
  'vishing.setup.lastRunFact': 'Last run',
  'vishing.setup.neverValue': 'never',
  'vishing.setup.callsFact': 'Calls known',
  'vishing.setup.waitingFact': 'Records waiting',
  'vishing.setup.lastErrorTitle': 'The last run failed',
  'vishing.setup.runNowButtonLabel': 'Resolve now',
  'vishing.setup.rebuildButtonLabel': 'Rebuild all calls…',
  'vishing.setup.rebuildTitle': 'Rebuild all calls?',
  'vishing.setup.rebuildDescription':
    'Every raw record is resolved again. Calls stay visible meanwhile; with many records it takes a while.',
  'vishing.setup.rebuildConfirmButtonLabel': 'Rebuild',
  'vishing.setup.cancelButtonLabel': 'Cancel',
  'vishing.setup.startedTitle': 'The resolver was started',
  'vishing.setup.notStartedTitle': 'The resolver is running already',
  'vishing.setup.runFailedTitle': 'The resolver was not started',
});
