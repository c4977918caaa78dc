import { EuiLink, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Integration } from '../../common/api/coverage';
import { AppLink } from '../shared/app_link';
import { useServices } from '../shared/services';
import { Section } from '../shared/subject/section';
import type { NextStep } from './next_integration';
import { t } from './translations';
import type { CoverageView } from './view';

/** Integrations after the best one that are named too. */
const ALSO = 3;

const joined = (items: readonly { readonly name: string }[]): string =>
  items.map(({ name }) => name).join(', ');

/** Those that only bring rules nearer change nothing by themselves. */
const isWorth = ({ completed, improved }: NextStep): boolean =>
  completed.length + improved.length > 0;

const IntegrationLink = ({ integration }: { integration: Integration }): ReactElement => {
  const { core } = useServices();
  const { name, package: pkg } = integration;
  if (pkg === undefined) {
    return (
      <AppLink to={{ pathname: '/sources/systems' }} data-test-subj="nextLink">
        {t('vishing.coverage.openSourcesLinkText')}
      </AppLink>
    );
  }
  const href = core.application.getUrlForApp('integrations', { path: `/detail/${pkg}/overview` });
  return (
    <EuiLink href={href} data-test-subj="nextLink">
      {t('vishing.coverage.openIntegrationLinkText', { name })}
    </EuiLink>
  );
};

/** The sentences that explain why this integration comes first. */
const Gains = ({ step, range }: { step: NextStep; range: string }): ReactElement => {
  const { missing, completed, improved, nearer, shown } = step;
  const techniques = improved.map(({ id, name }) => ({ name: `${id} ${name}` }));
  return (
    <ul data-test-subj="nextGains">
      {completed.length > 0 ? (
        <li>
          {t('vishing.coverage.completedLabel', {
            count: completed.length,
            names: joined(completed),
          })}
        </li>
      ) : null}
      {improved.length > 0 ? (
        <li>
          {t('vishing.coverage.improvedLabel', {
            count: improved.length,
            names: joined(techniques),
          })}
        </li>
      ) : null}
      {nearer.length > 0 ? (
        <li>{t('vishing.coverage.nearerLabel', { count: nearer.length })}</li>
      ) : null}
      {shown.length > 0 ? (
        <li>{t('vishing.coverage.shownLabel', { count: shown.length, names: joined(shown) })}</li>
      ) : null}
      <li>{t('vishing.coverage.nextMissingLabel', { range, names: joined(missing) })}</li>
    </ul>
  );
};

const Also = ({ steps }: { steps: readonly NextStep[] }): ReactElement | null =>
  steps.length === 0 ? null : (
    <>
      <EuiSpacer size="s" />
      <EuiText size="xs" data-test-subj="alsoHelps">
        <h4>{t('vishing.coverage.afterThatTitle')}</h4>
        <ul>
          {steps.map(({ integration: { id, name }, completed, improved }) => (
            <li key={id}>
              {t('vishing.coverage.alsoLabel', {
                name,
                rules: completed.length,
                techniques: improved.length,
              })}
            </li>
          ))}
        </ul>
      </EuiText>
    </>
  );

const RawOnly = ({ world }: CoverageView): ReactElement | null =>
  world.dataSetPresence('call_records') === 'present' &&
  world.dataSetPresence('calls') === 'missing' ? (
    <p data-test-subj="rawOnly">
      {`${t('vishing.coverage.rawOnlyDescription')} `}
      <AppLink to={{ pathname: '/setup' }}>{t('vishing.coverage.openSetupLinkText')}</AppLink>
    </p>
  ) : null;

/** The one integration that would help most next, and why. @param range the chosen time in words */
export const NextSection = ({
  view,
  range,
}: {
  view: CoverageView;
  range: string;
}): ReactElement => {
  const [first, ...others] = view.steps;
  return (
    <Section
      id="next"
      title={t('vishing.coverage.nextTitle')}
      description={t('vishing.coverage.nextDescription')}
    >
      {first ? (
        <>
          <EuiTitle size="xxs">
            <h3 data-test-subj="nextIntegration">{first.integration.name}</h3>
          </EuiTitle>
          <EuiText size="s">
            <Gains step={first} range={range} />
            <RawOnly {...view} />
            <p>
              <IntegrationLink integration={first.integration} />
            </p>
          </EuiText>
          <Also steps={others.filter(isWorth).slice(0, ALSO)} />
        </>
      ) : (
        <EuiText size="s" data-test-subj="nothingNext">
          {t('vishing.coverage.nothingNextDescription')}
        </EuiText>
      )}
    </Section>
  );
};
