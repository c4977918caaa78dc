import { EuiBasicTable, EuiCallOut, EuiProgress, EuiSpacer, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Effect } from '../../../common/api/watchlist';
import type { QueryState } from '../../api/use_query';
import { Instant } from '../../shared/instant';
import { VERDICTS } from '../entry_labels';
import { t } from '../translations';

const Read = ({ effect }: { effect: Effect }): ReactElement => {
  const { input, display, number, kind, refused, entry } = effect;
  if (refused !== undefined) {
    return (
      <div data-test-subj="refusedNumber">
        {input}
        <EuiText size="xs" color="danger">
          {refused}
        </EuiText>
      </div>
    );
  }
  return (
    <div>
      {kind === 'prefix' ? `${number ?? ''}*` : display}
      {entry ? (
        <EuiText size="xs" color="subdued">
          {t('vishing.numbers.listedNowLabel', {
            verdict: VERDICTS[entry.verdict].label,
            source: entry.source,
          })}
        </EuiText>
      ) : null}
    </div>
  );
};

/** How numbers are read, and how many recent calls have them. */
export const EffectList = ({
  effects,
}: {
  effects: QueryState<readonly Effect[]>;
}): ReactElement | null => {
  const { data = [], error, isLoading } = effects;
  if (error) {
    return (
      <EuiCallOut
        announceOnMount
        size="s"
        color="warning"
        iconType="warning"
        title={t('vishing.numbers.effectFailedTitle', { message: error.message })}
        data-test-subj="effectFailed"
      />
    );
  }
  const calls = data.reduce((sum, effect) => sum + (effect.calls ?? 0), 0);
  const label = t('vishing.numbers.effectLoadingLabel');
  return (
    <div aria-live="polite">
      {isLoading && data.length === 0 ? <EuiProgress size="xs" aria-label={label} /> : null}
      {data.length === 0 ? null : (
        <>
          <EuiText size="s" data-test-subj="effectSentence">
            <p>{t('vishing.numbers.effectLabel', { calls })}</p>
          </EuiText>
          <EuiSpacer size="s" />
          <EuiBasicTable<Effect>
            compressed
            tableCaption={t('vishing.numbers.effectCaption')}
            items={[...data]}
            itemId="input"
            columns={[
              {
                name: t('vishing.numbers.numberColumnTitle'),
                render: (effect: Effect) => <Read effect={effect} />,
              },
              {
                name: t('vishing.numbers.callsColumnTitle'),
                width: '70px',
                render: (effect: Effect) => effect.calls ?? '',
              },
              {
                name: t('vishing.numbers.peopleColumnTitle'),
                width: '70px',
                render: (effect: Effect) => effect.people ?? '',
              },
              {
                name: t('vishing.numbers.lastCallColumnTitle'),
                width: '120px',
                render: ({ last_call }: Effect) =>
                  last_call === undefined ? '' : <Instant value={last_call} />,
              },
            ]}
            data-test-subj="effectTable"
          />
        </>
      )}
    </div>
  );
};
