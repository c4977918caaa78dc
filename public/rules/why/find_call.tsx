import {
  EuiBasicTable,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { useCallback, type ReactElement } from 'react';
import type { CallSummary } from '../../../common/api/call';
import { findCalls } from '../../../common/api/why';
import { callApi } from '../../api/call_api';
import { useQuery } from '../../api/use_query';
import { formatInstant } from '../../shared/format/instant';
import { formatCount } from '../../shared/format/number';
import { SearchField } from '../../shared/search_field';
import { useServices } from '../../shared/services';
import { talkText } from '../../shared/subject/outcome';
import { RangePicker } from '../../shared/subject/range_picker';
import { Loaded } from '../../shared/subject/section';
import { useRange } from '../../shared/subject/use_range';
import type { PickedRange } from '../../shared/url/time_range';
import { t } from './translations';

const columns = (
  zone: string,
  onChoose: (callId: string) => void
): Array<EuiBasicTableColumn<CallSummary>> => [
  {
    field: 'started',
    name: t('vishing.whyPanel.timeColumnTitle'),
    render: (started: string) => formatInstant(started, zone, 'dayAndTime'),
  },
  {
    field: 'person',
    name: t('vishing.whyPanel.personColumnTitle'),
    render: (person: string | undefined) => person ?? t('vishing.whyPanel.unknownLabel'),
  },
  {
    field: 'number',
    name: t('vishing.whyPanel.numberColumnTitle'),
    render: (number: string | undefined) => number ?? '',
  },
  { field: 'direction', name: t('vishing.whyPanel.directionColumnTitle') },
  {
    name: t('vishing.whyPanel.talkColumnTitle'),
    render: (call: CallSummary) => talkText(call) || t('vishing.whyPanel.notAnsweredLabel'),
  },
  {
    name: t('vishing.whyPanel.chooseColumnTitle'),
    width: '110px',
    render: ({ call_id: id }: CallSummary) => (
      <EuiButtonEmpty size="xs" onClick={() => onChoose(id)} data-test-subj={`explainCall-${id}`}>
        {t('vishing.whyPanel.chooseButtonLabel')}
      </EuiButtonEmpty>
    ),
  },
];

/** Finds a call, whether or not anything alerted on it. */
export const FindCall = ({
  search,
  picked,
  onSearch,
  onPick,
  onChoose,
}: {
  search: string;
  picked: PickedRange;
  onSearch: (search: string) => void;
  onPick: (range: PickedRange) => void;
  onChoose: (callId: string) => void;
}): ReactElement => {
  const { core, zone } = useServices();
  const { range, refresh } = useRange(picked);
  const load = useCallback(
    (signal: AbortSignal) => callApi(core.http, findCalls, { query: { search, ...range }, signal }),
    [core, range, search]
  );
  const query = useQuery(load);
  return (
    <>
      <EuiFlexGroup gutterSize="s" wrap responsive={false}>
        <EuiFlexItem style={{ minWidth: 280 }}>
          <SearchField
            value={search}
            label={t('vishing.whyPanel.searchLabel')}
            onChange={onSearch}
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <RangePicker
            {...picked}
            isLoading={query.isLoading}
            onPick={onPick}
            onRefresh={refresh}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      <Loaded query={query} what={t('vishing.whyPanel.callsSubject')}>
        {({ calls, total }) => (
          <>
            <EuiBasicTable<CallSummary>
              compressed
              tableCaption={t('vishing.whyPanel.tableCaption')}
              items={calls}
              itemId="call_id"
              columns={columns(zone, onChoose)}
              noItemsMessage={t('vishing.whyPanel.noCallsLabel')}
              data-test-subj="foundCalls"
            />
            {calls.length < total ? (
              <EuiText size="xs" color="subdued">
                {t('vishing.whyPanel.shownLabel', {
                  shown: formatCount(calls.length),
                  total: formatCount(total),
                })}
              </EuiText>
            ) : null}
          </>
        )}
      </Loaded>
    </>
  );
};
