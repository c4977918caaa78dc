import { EuiButtonIcon, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiToolTip } from '@elastic/eui';
import { useMemo, useRef, type ReactElement } from 'react';
import type { TimelineResponse } from '../../common/api/call';
import { createAxis, type Span } from './axis';
import { Chart } from './chart';
import { LABELS_PX } from './lane_labels';
import { layoutTimeline } from './layout';
import type { TimelineItem } from './model';
import { Overview } from './overview';
import { zoomView, type Scale } from './scale';
import type { Clock } from './ticks';
import { t } from './translations';
import { useWidth } from './use_width';
import { useZoom, type Zoom, type ZoomControl } from './use_zoom';

export interface TimelineProps {
  /** In time order. */
  readonly items: readonly TimelineItem[];
  /** What was asked for; must be stable. */
  readonly range: Span;
  readonly clock: Clock;
  readonly callStartMs: number;
  readonly partial: TimelineResponse['partial'];
  readonly selectedId: string;
  readonly zoom: Zoom;
  onZoom(zoom: Zoom): void;
  onOpen(id: string): void;
}

const ZOOM_STEP = 0.6;

const ZoomButton = ({
  icon,
  label,
  id,
  onClick,
}: {
  icon: string;
  label: string;
  id: string;
  onClick: () => void;
}): ReactElement => (
  <EuiFlexItem grow={false}>
    <EuiToolTip content={label} disableScreenReaderOutput>
      <EuiButtonIcon iconType={icon} aria-label={label} onClick={onClick} data-test-subj={id} />
    </EuiToolTip>
  </EuiFlexItem>
);

const ZoomButtons = ({ scale, zoom }: { scale: Scale; zoom: ZoomControl }): ReactElement => {
  const zoomBy = (factor: number) => () => zoom.setView(zoomView(scale, factor, scale.widthPx / 2));
  return (
    <EuiFlexGroup gutterSize="xs" responsive={false} justifyContent="flexEnd">
      <ZoomButton
        icon="plus"
        label={t('vishing.timeline.zoomInAriaLabel')}
        id="zoomInButton"
        onClick={zoomBy(ZOOM_STEP)}
      />
      <ZoomButton
        icon="minus"
        label={t('vishing.timeline.zoomOutAriaLabel')}
        id="zoomOutButton"
        onClick={zoomBy(1 / ZOOM_STEP)}
      />
      <ZoomButton
        icon="fullScreen"
        label={t('vishing.timeline.fitAriaLabel')}
        id="fitButton"
        onClick={() => zoom.zoomTo(undefined)}
      />
    </EuiFlexGroup>
  );
};

const Drawing = ({ widthPx, ...props }: TimelineProps & { widthPx: number }): ReactElement => {
  const { items, range, callStartMs } = props;
  const axis = useMemo(() => createAxis(range, items), [range, items]);
  const zoom = useZoom(axis, props.zoom, props.onZoom);
  const { view } = zoom;
  const scale = useMemo<Scale>(() => ({ axis, view, widthPx }), [axis, view, widthPx]);
  const layout = useMemo(() => layoutTimeline(items, scale), [items, scale]);
  return (
    <>
      <Overview {...{ items, axis, view, widthPx, callStartMs }} onChange={zoom.setView} />
      <EuiSpacer size="xs" />
      <Chart {...props} {...{ layout, scale, zoom }} />
      <ZoomButtons scale={scale} zoom={zoom} />
    </>
  );
};

/** The caller timeline: overview, lanes, zoom. Draws as wide as it is given room. */
export const Timeline = (props: TimelineProps): ReactElement => {
  const frame = useRef<HTMLDivElement>(null);
  const widthPx = useWidth(frame) - LABELS_PX;
  return (
    <div ref={frame} style={{ width: '100%', overflow: 'hidden' }} data-test-subj="timeline">
      {widthPx > 0 ? <Drawing {...props} widthPx={widthPx} /> : null}
    </div>
  );
};
