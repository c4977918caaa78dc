import {
  EuiBadge,
  EuiCallOut,
  EuiEmptyPrompt,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPageTemplate,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { useMemo, type ReactElement } from 'react';
import type { PersonResponse } from '../../common/api/person';
import type { ApiError } from '../api/api_error';
import { AppLink } from '../shared/app_link';
import { LoadError } from '../shared/states/load_error';
import { SkeletonRows } from '../shared/states/skeleton_rows';
import { ActivitySection } from '../shared/subject/activity_section';
import { PlainTitle } from '../shared/subject/plain_title';
import { RangePicker } from '../shared/subject/range_picker';
import { SuspiciousSection } from '../shared/subject/suspicious_section';
import { useRange, type SharedRange } from '../shared/subject/use_range';
import { useUrlState, type SetUrlState } from '../shared/url/use_url_state';
import { usePageTitle } from '../shared/use_page_title';
import { CallsSection } from './calls_section';
import { JoinsSection } from './joins_section';
import { EditButton } from './edit/edit_button';
import { PersonFacts } from './person_facts';
import { roleName } from './role_name';
import { personStateSchema, type PersonState } from './person_state';
import { t } from './translations';
import { usePerson, usePersonCalls, usePersonSuspiciousCalls } from './use_person';

const UnknownPerson = ({ message }: { message: string }): ReactElement => (
  <EuiEmptyPrompt
    iconType="search"
    title={<h1>{t('vishing.person.notFoundTitle')}</h1>}
    body={<p>{message}</p>}
    actions={<AppLink to={{ pathname: '/' }}>{t('vishing.person.listLinkText')}</AppLink>}
    data-test-subj="unknownPerson"
  />
);

const Failed = (props: {
  readonly error: ApiError;
  readonly isStale: boolean;
  onRetry(): void;
}): ReactElement =>
  props.error.status === 404 ? (
    <UnknownPerson message={props.error.message} />
  ) : (
    <LoadError {...props} what={t('vishing.person.thePersonLabel')} />
  );

const Header = ({ data: { person, in_directory } }: { data: PersonResponse }): ReactElement => (
  <>
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiText>
          <h1 data-test-subj="personTitle">{person.full_name}</h1>
        </EuiText>
      </EuiFlexItem>
      {person.privileged ? (
        <EuiFlexItem grow={false}>
          <EuiBadge color="warning" iconType="lock">
            {t('vishing.person.privilegedLabel')}
          </EuiBadge>
        </EuiFlexItem>
      ) : null}
      {person.roles.map((role) => (
        <EuiFlexItem grow={false} key={role}>
          <EuiBadge color="hollow">{roleName(role)}</EuiBadge>
        </EuiFlexItem>
      ))}
      <EuiFlexItem>
        <EuiText size="s" color="subdued">
          {[person.title, person.department].filter(Boolean).join(', ')}
        </EuiText>
      </EuiFlexItem>
    </EuiFlexGroup>
    {in_directory ? null : (
      <>
        <EuiSpacer size="s" />
        <EuiCallOut
          announceOnMount
          size="s"
          color="warning"
          iconType="warning"
          title={t('vishing.person.goneTitle')}
          data-test-subj="personGone"
        >
          <p>{t('vishing.person.goneDescription')}</p>
        </EuiCallOut>
      </>
    )}
  </>
);

interface PartsProps {
  readonly data: PersonResponse;
  readonly shared: SharedRange;
  readonly state: PersonState;
  setState: SetUrlState<PersonState>;
}

const Parts = ({ data, shared: { range }, state, setState }: PartsProps): ReactElement => {
  const { id } = data.person;
  const calls = usePersonCalls(id, range, state.callsPage);
  const suspicious = usePersonSuspiciousCalls(id, range, state.alertsPage);
  return (
    <>
      <PersonFacts data={data} />
      <EuiSpacer size="m" />
      <ActivitySection activity={data.activity} />
      <EuiSpacer size="m" />
      <SuspiciousSection
        query={suspicious}
        other="number"
        page={state.alertsPage}
        onPage={(page) => setState({ alertsPage: page })}
      />
      <EuiSpacer size="m" />
      <CallsSection
        query={calls}
        page={state.callsPage}
        onPage={(page) => setState({ callsPage: page })}
      />
      <EuiSpacer size="m" />
      <JoinsSection joins={data.joins} />
    </>
  );
};

/** Whose phone is this, and what else happened to them? */
export const PersonPage = ({ personId }: { personId: string }): ReactElement => {
  const [state, setState] = useUrlState(personStateSchema);
  const shared = useRange(state);
  const { data, error, isLoading } = usePerson(personId, shared.range);
  const title = data?.person.full_name ?? personId;
  usePageTitle(
    useMemo(
      () => [{ text: t('vishing.person.peopleCrumb'), pathname: '/people' }, { text: title }],
      [title]
    )
  );
  const isUsable = data !== undefined && error?.status !== 404 && error?.status !== 403;
  return (
    <EuiPageTemplate.Section paddingSize="m" data-test-subj="personPage">
      {isUsable || error?.status === 404 ? null : <PlainTitle text={personId} />}
      {error ? (
        <Failed error={error} isStale={data !== undefined} onRetry={shared.refresh} />
      ) : null}
      {isUsable ? (
        <>
          <Header data={data} />
          <EuiSpacer size="s" />
          <EuiFlexGroup justifyContent="flexEnd" gutterSize="s" responsive={false}>
            {data.in_directory ? (
              <EuiFlexItem grow={false}>
                <EditButton person={data.person} onSaved={shared.refresh} />
              </EuiFlexItem>
            ) : null}
            <EuiFlexItem grow={false}>
              <RangePicker
                from={state.from}
                to={state.to}
                isLoading={isLoading}
                onPick={(range) => setState({ ...range, callsPage: 0, alertsPage: 0 })}
                onRefresh={shared.refresh}
              />
            </EuiFlexItem>
          </EuiFlexGroup>
          <EuiSpacer size="m" />
          <Parts {...{ data, shared, state, setState }} />
        </>
      ) : null}
      {data === undefined && !error ? (
        <SkeletonRows what={t('vishing.person.thePersonLabel')} rows={8} heightPx={48} />
      ) : null}
    </EuiPageTemplate.Section>
  );
};
