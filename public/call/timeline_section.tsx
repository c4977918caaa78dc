import { EuiCallOut, EuiPanel, EuiSpacer, EuiText } from '@elastic/eui';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { getCallTimeline, type CallResponse, type TimelineResponse } from '../../common/api/call';
import { callApi } from '../api/call_api';
import { useQuery } from '../api/use_query';
import { useServices } from '../shared/services';
import { LoadError } from '../shared/states/load_error';
import { SkeletonRows } from '../shared/states/skeleton_rows';
import { useUrlState } from '../shared/url/use_url_state';
import type { Span } from '../timeline/axis';
import { LANE_LOOK } from '../timeline/lane_look';
import { filterItems, toItems } from '../timeline/model';
import { Timeline } from '../timeline/timeline';
import { callStateSchema, rangeAround, readZoom, writeZoom } from './call_state';
import { EventFlyout } from './event_flyout';
import { EventList } from './event_list';
import { TimelineToolbar } from './timeline_toolbar';
import { t } from './translations';

const PartialLanes = ({ partial }: Pick<TimelineResponse, 'partial'>): ReactElement | null =>
  partial.length === 0 ? null : (
    <>
      <EuiCallOut
        announceOnMount
        size="s"
        iconType="clock"
        title={t('vishing.call.partialTitle')}
        data-test-subj="partialLanes"
      >
        {partial.map(({ lane, reason }) => (
          <p key={`${lane} ${reason}`}>
            {t('vishing.call.partialLabel', { lane: LANE_LOOK[lane].label, reason })}
          </p>
        ))}
      </EuiCallOut>
      <EuiSpacer size="s" />
    </>
  );

const spanOf = ({ call }: CallResponse): Span => {
  const startMs = Date.parse(call.event.start);
  const endMs = call.event.end === undefined ? startMs : Date.parse(call.event.end);
  return { startMs, endMs: Math.max(startMs, endMs) };
};

/** Loads what happened around the call. */
const useTimeline = (callId: string, range: Span) => {
  const { core } = useServices();
  const load = useCallback(
    (signal: AbortSignal) =>
      callApi(core.http, getCallTimeline, {
        params: { call_id: callId },
        query: {
          from: new Date(range.startMs).toISOString(),
          to: new Date(range.endMs).toISOString(),
        },
        signal,
      }),
    [core, callId, range]
  );
  return useQuery(load);
};

/** Timeline and list of the same events, with one selection and one flyout. */
export const TimelineSection = ({ data }: { data: CallResponse }): ReactElement => {
  const { zone } = useServices();
  const [state, setState] = useUrlState(callStateSchema);
  const [nowMs] = useState(() => Date.now());
  const call = useMemo(() => spanOf(data), [data]);
  const range = useMemo(() => rangeAround(call, state.range, nowMs), [call, state.range, nowMs]);
  const timeline = useTimeline(data.call.vishing.call.id, range);
  const { evidence, facet } = state;
  const all = useMemo(() => toItems(timeline.data?.events ?? []), [timeline.data]);
  const items = useMemo(
    () => filterItems(all, { onlyEvidence: evidence === 'only', facet }),
    [all, evidence, facet]
  );
  const openEvent = all.find(({ event }) => event.id === state.event)?.event;
  const onOpen = useCallback((event: string) => setState({ event }), [setState]);
  const what = t('vishing.call.theTimelineLabel');
  const clock =
    state.clock === 'clock'
      ? ({ kind: 'clock', zone } as const)
      : ({ kind: 'relative', originMs: call.startMs } as const);

  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj="timelineSection">
      <TimelineToolbar state={state} setState={setState} />
      <EuiSpacer size="s" />
      {timeline.error ? (
        <LoadError
          error={timeline.error}
          what={what}
          isStale={timeline.data !== undefined}
          onRetry={timeline.reload}
        />
      ) : null}
      {timeline.data ? (
        <>
          <PartialLanes partial={timeline.data.partial} />
          {state.tab === 'list' ? (
            <EventList items={items} selectedId={state.event} />
          ) : (
            <Timeline
              key={state.range}
              callStartMs={call.startMs}
              partial={timeline.data.partial}
              selectedId={state.event}
              zoom={readZoom(state.zoom, call.startMs)}
              onZoom={(zoom) =>
                setState({ zoom: writeZoom(zoom, call.startMs) }, { replace: true })
              }
              {...{ items, range, clock, onOpen }}
            />
          )}
          {items.length <= 1 ? (
            <EuiText size="s" color="subdued" data-test-subj="noEvents">
              {t('vishing.call.noEventsDescription')}
            </EuiText>
          ) : null}
        </>
      ) : null}
      {!timeline.data && !timeline.error ? (
        <SkeletonRows what={what} rows={8} heightPx={36} />
      ) : null}
      {openEvent ? (
        <EventFlyout
          event={openEvent}
          onClose={() => setState({ event: '' })}
          onFacet={(value) => setState({ facet: value })}
        />
      ) : null}
    </EuiPanel>
  );
};
