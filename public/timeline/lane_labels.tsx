import { EuiIcon, EuiIconTip, EuiText, useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { TimelineResponse } from '../../common/api/call';
import { formatCount } from '../shared/format/number';
import { AXIS_PX } from './draw_frame';
import { LANE_LOOK, laneLine } from './lane_look';
import type { LaneLayout } from './layout';
import { t } from './translations';

/** Width of the names on the left. */
export const LABELS_PX = 136;

type Partial = TimelineResponse['partial'];

const LaneLabel = ({
  lane,
  reason,
}: {
  lane: LaneLayout;
  reason: string | undefined;
}): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const { label, icon } = LANE_LOOK[lane.lane];
  return (
    <div
      style={{ height: lane.heightPx, display: 'flex', alignItems: 'center', gap: euiTheme.size.s }}
      data-test-subj={`timelineLane-${lane.lane}`}
    >
      <EuiIcon type={icon} color={laneLine(lane.lane, euiTheme)} aria-hidden={true} />
      <EuiText size="xs">
        {label}{' '}
        <span style={{ color: euiTheme.colors.textSubdued }}>
          {lane.total > 0 ? formatCount(lane.total) : ''}
        </span>
      </EuiText>
      {reason === undefined ? null : (
        <EuiIconTip
          type="clock"
          color="warning"
          content={reason}
          aria-label={t('vishing.timeline.partialAriaLabel', { lane: label })}
        />
      )}
    </div>
  );
};

/** Icon, name and count of each lane; a clock where only a part is shown, with the reason. */
export const LaneLabels = ({
  lanes,
  partial,
}: {
  lanes: readonly LaneLayout[];
  partial: Partial;
}): ReactElement => (
  <div style={{ width: LABELS_PX, flexShrink: 0, paddingTop: AXIS_PX }}>
    {lanes.map((lane) => (
      <LaneLabel
        key={lane.lane}
        lane={lane}
        reason={partial.find((part) => part.lane === lane.lane)?.reason}
      />
    ))}
  </div>
);
