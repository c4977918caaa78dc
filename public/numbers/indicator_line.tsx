import { EuiText } from '@elastic/eui';
import { useCallback, type ReactElement } from 'react';
import { getIndicatorStatus, type IndicatorStatus } from '../../common/api/watchlist';
import { callApi } from '../api/call_api';
import { useQuery } from '../api/use_query';
import { Instant } from '../shared/instant';
import { useServices } from '../shared/services';
import { Notice } from '../shared/states/notice';
import { t } from './translations';

const State = ({ status }: { status: IndicatorStatus }): ReactElement => {
  const { scheduled, last_run: lastRun, read = 0, created = 0 } = status;
  if (!scheduled) return <p>{t('vishing.numbers.indicatorsNotScheduledDescription')}</p>;
  if (lastRun === undefined) return <p>{t('vishing.numbers.indicatorsNeverDescription')}</p>;
  return (
    <p>
      {t('vishing.numbers.indicatorsDescription', { read, created })} <Instant value={lastRun} />
    </p>
  );
};

/** When phone numbers were last read from threat intelligence; nothing while that is not known: the list does not need it. */
export const IndicatorLine = (): ReactElement | null => {
  const { core } = useServices();
  const load = useCallback(
    (signal: AbortSignal) => callApi(core.http, getIndicatorStatus, { signal }),
    [core]
  );
  const { data } = useQuery(load);
  if (!data) return null;
  return (
    <>
      <EuiText size="xs" color="subdued" data-test-subj="indicatorState">
        <State status={data} />
      </EuiText>
      {data.last_error === undefined ? null : (
        <Notice
          title={t('vishing.numbers.indicatorsFailedTitle', { reason: data.last_error })}
          data-test-subj="indicatorsFailed"
        />
      )}
    </>
  );
};
