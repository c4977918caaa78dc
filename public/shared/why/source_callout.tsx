import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SourceCheck, WhyAnswer } from '../../../common/api/why';
import { formatInstant } from '../format/instant';
import { useServices } from '../services';
import { t } from './translations';

const Quiet = ({
  source,
  range,
}: {
  source: SourceCheck;
  range: Record<'from' | 'to', string>;
}): ReactElement => (
  <EuiCallOut
    size="s"
    iconType="check"
    title={t('vishing.why.quietTitle')}
    data-test-subj="whySource-quiet"
  >
    <p>
      {t('vishing.why.quietDescription', { count: source.of_person, ...range })}{' '}
      {source.of_hosts === undefined
        ? null
        : t('vishing.why.quietHostsDescription', { count: source.of_hosts })}
    </p>
  </EuiCallOut>
);

/** Whether the silence means anything: blind, or quiet. */
export const SourceCallout = ({
  source,
  join,
}: {
  source: SourceCheck;
  join: WhyAnswer['join'];
}): ReactElement => {
  const { zone } = useServices();
  const range = {
    from: formatInstant(source.from, zone, 'dayAndTime'),
    to: formatInstant(source.to, zone, 'dayAndTime'),
  };
  const isBlind = source.of_anybody === 0;
  const isBlindHere = source.of_person === 0 && (source.of_hosts ?? 0) === 0;
  return (
    <>
      {isBlind ? (
        <EuiCallOut
          announceOnMount
          size="s"
          color="warning"
          iconType="eyeClosed"
          title={t('vishing.why.blindTitle')}
          data-test-subj="whySource-blind"
        >
          <p>
            {t('vishing.why.blindDescription', { ...range, indices: source.indices.join(', ') })}
          </p>
        </EuiCallOut>
      ) : null}
      {!isBlind && isBlindHere ? (
        <EuiCallOut
          announceOnMount
          size="s"
          color="warning"
          iconType="eyeClosed"
          title={t('vishing.why.blindPersonTitle')}
          data-test-subj="whySource-blindHere"
        >
          <p>
            {t('vishing.why.blindPersonDescription', {
              all: source.of_anybody,
              values: `${join?.field ?? ''} ${join?.values.join(', ') ?? ''}`,
              hosts: source.of_hosts === undefined ? '' : t('vishing.why.noHostEventsText'),
            })}
          </p>
        </EuiCallOut>
      ) : null}
      {!isBlind && !isBlindHere ? <Quiet source={source} range={range} /> : null}
      {source.others ? (
        <>
          <EuiSpacer size="s" />
          <EuiCallOut
            announceOnMount
            size="s"
            color="warning"
            iconType="users"
            title={t('vishing.why.othersTitle', { count: source.others.count })}
            data-test-subj="whyOthers"
          >
            {source.others.accounts.length > 0 ? (
              <p>
                {t('vishing.why.othersDescription', {
                  accounts: source.others.accounts.join(', '),
                })}
              </p>
            ) : null}
          </EuiCallOut>
        </>
      ) : null}
    </>
  );
};
