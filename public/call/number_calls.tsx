import {
  EuiBasicTable,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { CallResponse, CallSummary } from '../../common/api/call';
import { AppLink } from '../shared/app_link';
import { formatInstant } from '../shared/format/instant';
import { formatCount } from '../shared/format/number';
import { useServices } from '../shared/services';
import { talkText } from '../shared/subject/outcome';
import { t } from './translations';

const columns = (zone: string): Array<EuiBasicTableColumn<CallSummary>> => [
  {
    field: 'started',
    name: t('vishing.call.timeColumnTitle'),
    render: (started: string, { call_id }: CallSummary) => (
      <AppLink to={{ pathname: `/calls/${call_id}` }}>
        {formatInstant(started, zone, 'dayAndTime')}
      </AppLink>
    ),
  },
  {
    field: 'person',
    name: t('vishing.call.personColumnTitle'),
    render: (person: string | undefined) => person ?? t('vishing.call.unknownLabel'),
  },
  { field: 'direction', name: t('vishing.call.directionColumnTitle') },
  {
    field: 'talk_seconds',
    name: t('vishing.call.talkColumnTitle'),
    render: (_talk: number | undefined, { answered, talk_seconds }: CallSummary) =>
      talkText({ answered, talk_seconds }) || t('vishing.call.notAnsweredLabel'),
  },
];

/** Whom else this number has called. */
export const NumberCalls = ({ data }: { data: CallResponse }): ReactElement => {
  const { zone } = useServices();
  const { number_calls, number_calls_total } = data;
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj="numberCalls">
      <EuiTitle size="xs">
        <h2>{t('vishing.call.numberCallsTitle')}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {number_calls.length === 0 ? (
        <EuiText size="s">{t('vishing.call.noNumberCallsLabel')}</EuiText>
      ) : (
        <EuiBasicTable<CallSummary>
          compressed
          tableCaption={t('vishing.call.numberCallsCaption')}
          items={number_calls}
          itemId="call_id"
          columns={columns(zone)}
        />
      )}
      {number_calls.length < number_calls_total ? (
        <EuiText size="xs" color="subdued">
          {t('vishing.call.numberCallsShownLabel', {
            shown: formatCount(number_calls.length),
            total: formatCount(number_calls_total),
          })}
        </EuiText>
      ) : null}
    </EuiPanel>
  );
};
