import { EuiButtonEmpty } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { pullIndicators, type PullResponse } from '../../common/api/watchlist';
import { isAbort, toApiError } from '../api/api_error';
import { callApi } from '../api/call_api';
import { useServices } from '../shared/services';
import { guessCountry } from './entry/entry_fields';
import { t } from './translations';

const describe = ({
  read,
  created,
  updated,
  outdated,
  refused,
  truncated,
}: PullResponse): string =>
  read === 0
    ? t('vishing.numbers.pulledNothingLabel')
    : [
        t('vishing.numbers.pulledLabel', {
          read,
          created,
          updated,
          outdated,
          refused: refused.length,
        }),
        ...refused.slice(0, 3).map(({ number, reason }) => `${number}: ${reason}`),
        ...(truncated ? [t('vishing.numbers.pulledPartLabel')] : []),
      ].join(' ');

/** Lists the phone numbers of the threat intelligence that is in Elasticsearch already. */
export const PullButton = ({ onPulled }: { onPulled: () => void }): ReactElement => {
  const { core } = useServices();
  const [isRunning, setRunning] = useState(false);
  const { toasts } = core.notifications;
  const pull = async (): Promise<void> => {
    setRunning(true);
    try {
      const country = guessCountry(navigator.language);
      const body = country === '' ? {} : { country };
      const answer = await callApi(core.http, pullIndicators, { body });
      const toast = { title: t('vishing.numbers.pulledTitle'), text: describe(answer) };
      if (answer.refused.length > 0 || answer.truncated) toasts.addWarning(toast);
      else toasts.addSuccess(toast);
      onPulled();
    } catch (error) {
      if (!isAbort(error)) {
        const text = toApiError(error).message;
        toasts.addDanger({ title: t('vishing.numbers.pullFailedTitle'), text });
      }
    }
    setRunning(false);
  };
  return (
    <EuiButtonEmpty
      size="s"
      iconType="refresh"
      isLoading={isRunning}
      onClick={() => void pull()}
      data-test-subj="pullButton"
    >
      {t('vishing.numbers.pullButtonLabel')}
    </EuiButtonEmpty>
  );
};
