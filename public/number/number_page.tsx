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
import type { NumberResponse } from '../../common/api/number';
import type { ApiError } from '../api/api_error';
import { AppLink } from '../shared/app_link';
import { countryName, numberTypeName } from '../shared/format/number';
import { LoadError } from '../shared/states/load_error';
import { SkeletonRows } from '../shared/states/skeleton_rows';
import { ActivitySection } from '../shared/subject/activity_section';
import { PersonLink } from '../shared/subject/links';
import { PlainTitle } from '../shared/subject/plain_title';
import { RangePicker } from '../shared/subject/range_picker';
import { SuspiciousSection } from '../shared/subject/suspicious_section';
import { useRange, type SharedRange } from '../shared/subject/use_range';
import { VerdictBadge } from '../shared/subject/verdict_badge';
import { useUrlState, type SetUrlState } from '../shared/url/use_url_state';
import { usePageTitle } from '../shared/use_page_title';
import { AttestationSection } from './attestation_section';
import { NeighboursSection } from './neighbours_section';
import { NumberActions } from './number_actions';
import { NumberFacts } from './number_facts';
import { numberStateSchema, type NumberState } from './number_state';
import { PeopleSection } from './people_section';
import { t } from './translations';
import { useNeighbours, useNumber, useNumberPeople, useNumberSuspiciousCalls } from './use_number';
import { VerdictSection } from './verdict_section';

const NotANumber = ({ message }: { message: string }): ReactElement => (
  <EuiEmptyPrompt
    iconType="search"
    title={<h1>{t('vishing.number.notANumberTitle')}</h1>}
    body={<p>{message}</p>}
    actions={<AppLink to={{ pathname: '/' }}>{t('vishing.number.listLinkText')}</AppLink>}
    data-test-subj="notANumber"
  />
);

const Failed = (props: {
  readonly error: ApiError;
  readonly isStale: boolean;
  onRetry(): void;
}): ReactElement =>
  props.error.status === 400 ? (
    <NotANumber message={props.error.message} />
  ) : (
    <LoadError {...props} what={t('vishing.number.theNumberLabel')} />
  );

const Header = ({
  data,
  onChanged,
}: {
  data: NumberResponse;
  onChanged: () => void;
}): ReactElement => {
  const { display, verdict, country, type, owners } = data;
  const facts = [country && countryName(country), type && numberTypeName(type)].filter(Boolean);
  return (
    <>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiText>
            <h1 data-test-subj="numberTitle">{display}</h1>
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          {verdict === 'none' ? (
            <EuiBadge color="hollow" data-test-subj="verdict-none">
              {t('vishing.number.notOnListLabel')}
            </EuiBadge>
          ) : (
            <VerdictBadge verdict={verdict} />
          )}
        </EuiFlexItem>
        <EuiFlexItem>
          <EuiText size="s" color="subdued">
            {facts.join(', ')}
          </EuiText>
        </EuiFlexItem>
      </EuiFlexGroup>
      {owners.length === 0 ? null : (
        <EuiText size="s" data-test-subj="numberOwners">
          {`${t('vishing.number.ownersLabel')} `}
          {owners.map(({ id, name }, index) => (
            <span key={id}>
              {index === 0 ? '' : ', '}
              <PersonLink id={id} text={name} />
            </span>
          ))}
        </EuiText>
      )}
      <EuiSpacer size="s" />
      <NumberActions data={data} onChanged={onChanged} />
    </>
  );
};

interface PartsProps {
  readonly data: NumberResponse;
  readonly shared: SharedRange;
  readonly state: NumberState;
  setState: SetUrlState<NumberState>;
}

const Parts = ({ data, shared: { range }, state, setState }: PartsProps): ReactElement => {
  const { number, block, ever } = data;
  const people = useNumberPeople(number, range, state);
  const neighbours = useNeighbours(number, range, state.neighboursPage);
  const suspicious = useNumberSuspiciousCalls(number, range, state.alertsPage);
  return (
    <>
      <EuiFlexGroup gutterSize="m">
        <NumberFacts data={data} />
        <EuiFlexItem>
          <VerdictSection entries={data.entries} />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {ever.calls === 0 ? (
        <EuiCallOut
          announceOnMount
          iconType="info"
          title={t('vishing.number.neverCalledTitle')}
          data-test-subj="neverCalled"
        >
          <p>{t('vishing.number.neverCalledDescription')}</p>
        </EuiCallOut>
      ) : (
        <>
          <ActivitySection activity={data.activity} />
          <EuiSpacer size="m" />
          <PeopleSection query={people} {...{ state, setState }} />
        </>
      )}
      <EuiSpacer size="m" />
      <SuspiciousSection
        query={suspicious}
        other="person"
        page={state.alertsPage}
        onPage={(page) => setState({ alertsPage: page })}
      />
      <EuiSpacer size="m" />
      <NeighboursSection
        block={block}
        query={neighbours}
        page={state.neighboursPage}
        onPage={(page) => setState({ neighboursPage: page })}
      />
      <EuiSpacer size="m" />
      {ever.calls === 0 ? null : <AttestationSection attestation={data.attestation} />}
    </>
  );
};

/** Who is this, and whom else did they reach? */
export const NumberPage = ({ number }: { number: string }): ReactElement => {
  const [state, setState] = useUrlState(numberStateSchema);
  const shared = useRange(state);
  const { data, error, isLoading } = useNumber(number, shared.range);
  const title = data?.display ?? number;
  usePageTitle(
    useMemo(
      () => [{ text: t('vishing.number.numbersCrumb'), pathname: '/numbers' }, { text: title }],
      [title]
    )
  );
  const isUsable = data !== undefined && error?.status !== 400 && error?.status !== 403;
  return (
    <EuiPageTemplate.Section paddingSize="m" data-test-subj="numberPage">
      {isUsable || error?.status === 400 ? null : <PlainTitle text={number} />}
      {error ? (
        <Failed error={error} isStale={data !== undefined} onRetry={shared.refresh} />
      ) : null}
      {isUsable ? (
        <>
          <Header data={data} onChanged={shared.refresh} />
          <EuiSpacer size="s" />
          <EuiFlexGroup justifyContent="flexEnd" responsive={false}>
            <EuiFlexItem grow={false}>
              <RangePicker
                from={state.from}
                to={state.to}
                isLoading={isLoading}
                onPick={(range) => setState({ ...range, peoplePage: 0, alertsPage: 0 })}
                onRefresh={shared.refresh}
              />
            </EuiFlexItem>
          </EuiFlexGroup>
          <EuiSpacer size="m" />
          <Parts {...{ data, shared, state, setState }} />
        </>
      ) : null}
      {data === undefined && !error ? (
        <SkeletonRows what={t('vishing.number.theNumberLabel')} rows={8} heightPx={48} />
      ) : null}
    </EuiPageTemplate.Section>
  );
};
