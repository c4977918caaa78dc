import { EuiBadge, EuiBasicTable, EuiIcon, type EuiBasicTableColumn } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { AppLink } from '../shared/app_link';
import { formatOffset } from '../shared/format/duration';
import { formatCount } from '../shared/format/number';
import { Instant } from '../shared/instant';
import { writeSearch } from '../shared/url/search_params';
import { LANE_LOOK } from '../timeline/lane_look';
import type { TimelineItem } from '../timeline/model';
import { t } from './translations';

interface EventListProps {
  readonly items: readonly TimelineItem[];
  readonly selectedId: string;
}

const ROLE_LABELS = {
  call: t('vishing.call.callRoleLabel'),
  evidence: t('vishing.call.evidenceRoleLabel'),
  context: t('vishing.call.contextRoleLabel'),
} as const;
const ROLE_COLORS = { call: 'primary', evidence: 'warning', context: 'hollow' } as const;

const EventLink = ({ event }: Pick<TimelineItem, 'event'>): ReactElement => {
  const { pathname, search, state } = useLocation<unknown>();
  return (
    <AppLink
      to={{ pathname, search: writeSearch(search, { event: event.id }, {}), state }}
      aria-label={t('vishing.call.openEventAriaLabel', { sentence: event.sentence })}
      data-test-subj={`eventLink-${event.id}`}
    >
      {event.sentence}
    </AppLink>
  );
};

const COLUMNS: Array<EuiBasicTableColumn<TimelineItem>> = [
  {
    name: t('vishing.call.timeColumnTitle'),
    width: '140px',
    render: ({ event }: TimelineItem) => <Instant value={event.start} format="timeWithSeconds" />,
  },
  {
    name: t('vishing.call.offsetColumnTitle'),
    width: '150px',
    render: ({ event }: TimelineItem) => formatOffset(event.offset_ms),
  },
  {
    name: t('vishing.call.laneColumnTitle'),
    width: '140px',
    render: ({ event }: TimelineItem) => (
      <>
        <EuiIcon type={LANE_LOOK[event.lane].icon} aria-hidden={true} />{' '}
        {LANE_LOOK[event.lane].label}
      </>
    ),
  },
  {
    name: t('vishing.call.roleColumnTitle'),
    width: '110px',
    render: ({ event }: TimelineItem) => (
      <EuiBadge color={ROLE_COLORS[event.role]}>{ROLE_LABELS[event.role]}</EuiBadge>
    ),
  },
  {
    name: t('vishing.call.sentenceColumnTitle'),
    render: ({ event }: TimelineItem) => <EventLink event={event} />,
  },
  {
    name: t('vishing.call.countColumnTitle'),
    width: '80px',
    align: 'right',
    render: ({ event }: TimelineItem) => formatCount(event.count),
  },
];

/** The same events as the timeline, as a table: for screen readers, and for copying. */
export const EventList = ({ items, selectedId }: EventListProps): ReactElement => {
  const [{ index, size }, setPage] = useState({ index: 0, size: 50 });
  const pageCount = Math.max(Math.ceil(items.length / size), 1);
  const pageIndex = Math.min(index, pageCount - 1);
  return (
    <EuiBasicTable<TimelineItem>
      compressed
      tableCaption={t('vishing.call.listCaption')}
      items={items.slice(pageIndex * size, (pageIndex + 1) * size)}
      itemId={({ event }) => event.id}
      columns={COLUMNS}
      pagination={{
        pageIndex,
        pageSize: size,
        totalItemCount: items.length,
        pageSizeOptions: [25, 50, 100],
      }}
      onChange={({ page }: { page?: { index: number; size: number } }) => page && setPage(page)}
      rowProps={({ event }) => ({
        'aria-current': event.id === selectedId ? 'true' : undefined,
        'data-test-subj': `eventRow-${event.id}`,
      })}
      data-test-subj="eventList"
    />
  );
};
