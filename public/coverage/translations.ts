import { defineTexts } from '../shared/i18n';

export const t = defineTexts({
  'vishing.coverage.pageTitle': 'Coverage',
  'vishing.coverage.pageDescription':
    'What the shipped rules can see with the records that this cluster has in the chosen time, and what they are blind to.',
  'vishing.coverage.coverageSubject': 'The coverage',
  'vishing.coverage.coveredLabel': 'Covered',
  'vishing.coverage.partlyLabel': 'Partly covered',
  'vishing.coverage.blindLabel': 'Blind',
  'vishing.coverage.coveredDescription': 'Every shipped rule for it runs and has its data.',
  'vishing.coverage.partlyDescription':
    'Some of its rules run and have their data, or none does and the timeline of a call at least shows its events.',
  'vishing.coverage.blindDescription': 'No rule for it runs with data, and no timeline shows it.',
  'vishing.coverage.summaryAriaLabel': 'Summary of the coverage',
  'vishing.coverage.techniquesStatDescription':
    '{grade}, of {total, plural, one {# technique} other {# techniques}}',
  'vishing.coverage.dataSetsStatTitle': '{present} of {total}',
  'vishing.coverage.dataSetsStatDescription': 'Data sets with records',
  'vishing.coverage.rulesStatTitle': '{running} of {total}',
  'vishing.coverage.rulesStatDescription': 'Rules that run and have their data',
  'vishing.coverage.engineErrorTitle':
    'Kibana did not say which rules run, so this page takes all of them as running',
  'vishing.coverage.unknownTitle':
    '{count, plural, one {# place} other {# places}} could not be searched, so what depends on them is not known',
  'vishing.coverage.unknownLabel': 'Not known',
  'vishing.coverage.noRecordsTitle': 'No data set has records in {range}',
  'vishing.coverage.noRecordsDescription':
    'Either nothing is connected yet, or your role may not read the indices. Choose a longer time, or begin with the phone system.',
  'vishing.coverage.idleTitle':
    '{count, plural, one {# rule has} other {# rules have}} all their data and do not run',
  'vishing.coverage.idleDescription':
    'That is the shortest way to more coverage: install or enable them.',
  'vishing.coverage.idleLinkText': 'Go to the rules',
  'vishing.coverage.nextTitle': 'What would help most next',
  'vishing.coverage.nextDescription':
    'Measured by rules that would have all their data, then by techniques that would be covered better, as if every rule ran.',
  'vishing.coverage.nothingNextDescription':
    'Nothing: no integration that the shipped rules and signals know would add to what this cluster sees.',
  'vishing.coverage.nextMissingLabel': 'No records in {range}: {names}.',
  'vishing.coverage.completedLabel':
    '{count, plural, one {# rule} other {# rules}} would have all their data: {names}.',
  'vishing.coverage.nearerLabel':
    '{count, plural, one {# rule} other {# rules}} would lack less than now.',
  'vishing.coverage.improvedLabel':
    '{count, plural, one {# technique} other {# techniques}} would be covered better: {names}.',
  'vishing.coverage.shownLabel':
    '{count, plural, one {# kind of event} other {# kinds of events}} would show in the timelines of calls: {names}.',
  'vishing.coverage.rawOnlyDescription':
    'Call records arrive, and no call was made of them. Look at the resolver in the setup.',
  'vishing.coverage.openSetupLinkText': 'Open the setup',
  'vishing.coverage.openSourcesLinkText': 'Connect a phone system',
  'vishing.coverage.openIntegrationLinkText': 'Open {name} in Integrations',
  'vishing.coverage.afterThatTitle': 'Also helps, each by itself',
  'vishing.coverage.alsoLabel':
    '{name}: {rules, plural, one {# rule} other {# rules}}, {techniques, plural, one {# technique} other {# techniques}}',
  'vishing.coverage.analyticsTitle': 'Analytics of {strategy}',
  'vishing.coverage.analyticsDescription':
    'MITRE’s detection strategy for spearphishing voice has four analytics. Each is shown by its parts; an analytic is covered when all of its parts are.',
  'vishing.coverage.analyticTitle': '{id}, {platform}',
  'vishing.coverage.logSourceLabel': 'Log source: {source}. Can be tuned: {elements}.',
  'vishing.coverage.partsAriaLabel': 'Parts of {id}',
  'vishing.coverage.noRulesLabel': 'None shipped',
  'vishing.coverage.noRuleLabel': 'This version ships no rule for it.',
  'vishing.coverage.noPlatformLabel': 'No records of {platform}.',
  'vishing.coverage.runningLabel':
    '{running} of {total, plural, one {# rule} other {# rules}} running',
  'vishing.coverage.techniquesTitle': 'Techniques around the call',
  'vishing.coverage.techniquesDescription':
    'Techniques of ATT&CK {version} that come with a call by phone. A technique counts the rules for those below it too.',
  'vishing.coverage.techniquesCaption': 'Techniques around the call, with their coverage',
  'vishing.coverage.gradeFilterLabel': 'Coverage',
  'vishing.coverage.noMatchTitle': 'No technique has this coverage',
  'vishing.coverage.showAllButtonLabel': 'Show all techniques',
  'vishing.coverage.detailsColumnTitle': 'Details',
  'vishing.coverage.expandAriaLabel': 'Show rules and events of {name}',
  'vishing.coverage.collapseAriaLabel': 'Hide rules and events of {name}',
  'vishing.coverage.techniqueColumnTitle': 'Technique',
  'vishing.coverage.tacticColumnTitle': 'Tactics',
  'vishing.coverage.gradeColumnTitle': 'Coverage',
  'vishing.coverage.rulesColumnTitle': 'Rules',
  'vishing.coverage.whyColumnTitle': 'What is missing',
  'vishing.coverage.otherIdLabel': 'Id in ATT&CK {version}',
  'vishing.coverage.newIdLabel': '{id} from ATT&CK 19 on',
  'vishing.coverage.nothingMissingLabel': 'Nothing',
  'vishing.coverage.onlyShownLabel': 'A rule; its events show in the timelines of calls',
  'vishing.coverage.moreLabel': '{names} and {count} more',
  'vishing.coverage.rulesTitle': 'Rules',
  'vishing.coverage.signalsTitle': 'Events that the timeline of a call shows',
  'vishing.coverage.runsLabel': 'Runs',
  'vishing.coverage.no_dataLabel': 'Data missing',
  'vishing.coverage.missingLabel': 'Not installed',
  'vishing.coverage.disabledLabel': 'Disabled',
  'vishing.coverage.feeder_offLabel': 'Its counting rules do not run',
  'vishing.coverage.signal_presentLabel': 'Shown',
  'vishing.coverage.signal_missingLabel': 'Data missing',
  'vishing.coverage.signal_unknownLabel': 'Not known',
  'vishing.coverage.needLabel': '{name}: one of {names}',
  'vishing.coverage.singleNeedLabel': '{name}: {names}',
  'vishing.coverage.dataTitle': 'Data sets',
  'vishing.coverage.dataDescription':
    'Where rules and signals look. A data set counts as there when it has one record in {range} that you may read; whether it holds every kind of event that a rule needs stands on the page of the rule.',
  'vishing.coverage.dataCaption': 'Data sets that rules and signals read',
  'vishing.coverage.dataSetColumnTitle': 'Data set',
  'vishing.coverage.integrationColumnTitle': 'Integration',
  'vishing.coverage.presenceColumnTitle': 'Records',
  'vishing.coverage.lastColumnTitle': 'Newest record',
  'vishing.coverage.usedByColumnTitle': 'Read by',
  'vishing.coverage.usedByLabel':
    '{rules, plural, one {# rule} other {# rules}}, {signals, plural, one {# signal} other {# signals}}',
  'vishing.coverage.present_dataLabel': 'There',
  'vishing.coverage.missing_dataLabel': 'None',
  'vishing.coverage.unknown_dataLabel': 'Not known',
  'vishing.coverage.noLastLabel': 'None in this time',
  'vishing.coverage.exportButtonLabel': 'Export Navigator layer',
  'vishing.coverage.exportMenuAriaLabel': 'Version of ATT&CK for the layer',
  'vishing.coverage.exportItemLabel': 'ATT&CK {version}',
  'vishing.coverage.layerName': 'Voice phishing coverage',
  'vishing.coverage.layerDescription':
    'Coverage of the techniques around voice phishing by the rules of the Kibana plugin Voice phishing, with the records of {range}.',
  'vishing.coverage.layerComment': '{grade}. {running} of {total} rules run and have their data.',
});
