import { EuiEmptyPrompt, EuiPageTemplate } from '@elastic/eui';
import type { ReactElement } from 'react';
import { Route, Switch } from 'react-router-dom';
import { CallPage } from '../call/call_page';
import { CoveragePage } from '../coverage/coverage_page';
import { WatchlistPage } from '../numbers/watchlist_page';
import { PeoplePage } from '../people/people_page';
import { NumberPage } from '../number/number_page';
import { PersonPage } from '../person/person_page';
import { RulePage } from '../rules/rule_page';
import { RulesPage } from '../rules/rules_page';
import { SetupPage } from '../setup/setup_page';
import { AppLink } from '../shared/app_link';
import { defineTexts } from '../shared/i18n';
import { useServices } from '../shared/services';
import { NoAccess } from '../shared/states/load_error';
import { decodePart } from '../shared/subject/paths';
import { SourcesPage } from '../sources/sources_page';
import { SuspiciousCallsPage } from '../suspicious_calls/suspicious_calls_page';
import { SideNavigation } from './side_navigation';

const t = defineTexts({
  'vishing.app.notFoundTitle': 'There is no such page',
  'vishing.app.notFoundLinkText': 'Go to the suspicious calls',
});

const NotFound = (): ReactElement => (
  <EuiPageTemplate.Section>
    <EuiEmptyPrompt
      iconType="search"
      title={<h1>{t('vishing.app.notFoundTitle')}</h1>}
      body={<AppLink to={{ pathname: '/' }}>{t('vishing.app.notFoundLinkText')}</AppLink>}
      data-test-subj="notFound"
    />
  </EuiPageTemplate.Section>
);

const Pages = (): ReactElement => (
  <Switch>
    <Route exact path="/" component={SuspiciousCallsPage} />
    <Route
      exact
      path="/calls/:callId"
      render={({ match }) => (
        <CallPage key={match.params.callId} callId={match.params.callId ?? ''} />
      )}
    />
    <Route exact path="/numbers" component={WatchlistPage} />
    <Route
      exact
      path="/numbers/:number"
      render={({ match }) => (
        <NumberPage key={match.params.number} number={decodePart(match.params.number ?? '')} />
      )}
    />
    <Route
      exact
      path="/people/:personId"
      render={({ match }) => (
        <PersonPage
          key={match.params.personId}
          personId={decodePart(match.params.personId ?? '')}
        />
      )}
    />
    <Route exact path="/rules" component={RulesPage} />
    <Route exact path="/coverage" component={CoveragePage} />
    <Route
      exact
      path="/rules/:ruleId"
      render={({ match }) => (
        <RulePage key={match.params.ruleId} ruleId={decodePart(match.params.ruleId ?? '')} />
      )}
    />
    <Route exact path="/sources" render={() => <SourcesPage tab="status" />} />
    <Route exact path="/sources/upload" render={() => <SourcesPage tab="upload" />} />
    <Route exact path="/sources/systems" render={() => <SourcesPage tab="catalogue" />} />
    <Route exact path="/people" component={PeoplePage} />
    <Route exact path="/setup" component={SetupPage} />
    <Route component={NotFound} />
  </Switch>
);

/** The frame of every page: side navigation on the left, the page on the right. */
export const App = (): ReactElement => {
  const { canRead } = useServices();
  return (
    <EuiPageTemplate
      panelled
      restrictWidth={false}
      grow
      offset={0} // Kibana keeps the room below its header itself.
      data-test-subj="vishingApp"
    >
      <EuiPageTemplate.Sidebar sticky minWidth={200} paddingSize="m">
        <SideNavigation />
      </EuiPageTemplate.Sidebar>
      {canRead ? (
        <Pages />
      ) : (
        <EuiPageTemplate.Section>
          <NoAccess heading="h1" />
        </EuiPageTemplate.Section>
      )}
    </EuiPageTemplate>
  );
};
