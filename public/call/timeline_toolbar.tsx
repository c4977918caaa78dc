import {
  EuiBadge,
  EuiButtonGroup,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSwitch,
  EuiTab,
  EuiTabs,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SetUrlState } from '../shared/url/use_url_state';
import { RANGES, type CallState } from './call_state';
import { t } from './translations';

interface TimelineToolbarProps {
  readonly state: CallState;
  setState: SetUrlState<CallState>;
}

const isOneOf = <T extends string>(values: readonly T[], value: string): value is T =>
  (values as readonly string[]).includes(value);

const Tabs = ({ state, setState }: TimelineToolbarProps): ReactElement => (
  <EuiTabs size="s" bottomBorder={false}>
    <EuiTab
      isSelected={state.tab === 'timeline'}
      onClick={() => setState({ tab: 'timeline' })}
      data-test-subj="timelineTab"
    >
      {t('vishing.call.timelineTabLabel')}
    </EuiTab>
    <EuiTab
      isSelected={state.tab === 'list'}
      onClick={() => setState({ tab: 'list' })}
      data-test-subj="listTab"
    >
      {t('vishing.call.listTabLabel')}
    </EuiTab>
  </EuiTabs>
);

const Choices = ({ state, setState }: TimelineToolbarProps): ReactElement => (
  <>
    <EuiFlexItem grow={false}>
      <EuiSwitch
        compressed
        label={t('vishing.call.onlyEvidenceLabel')}
        checked={state.evidence === 'only'}
        onChange={(event) => setState({ evidence: event.target.checked ? 'only' : 'all' })}
        data-test-subj="onlyEvidenceSwitch"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiButtonGroup
        buttonSize="compressed"
        legend={t('vishing.call.rangeLegend')}
        options={RANGES.map((id) => ({ id, label: t(`vishing.call.range${id}Label`) }))}
        idSelected={state.range}
        onChange={(range) => {
          if (isOneOf(RANGES, range)) setState({ range, zoom: '' });
        }}
        data-test-subj="rangeButtons"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiButtonGroup
        buttonSize="compressed"
        legend={t('vishing.call.clockLegend')}
        options={[
          { id: 'relative', label: t('vishing.call.relativeLabel') },
          { id: 'clock', label: t('vishing.call.clockLabel') },
        ]}
        idSelected={state.clock}
        onChange={(clock) => setState({ clock: clock === 'clock' ? 'clock' : 'relative' })}
        data-test-subj="clockButtons"
      />
    </EuiFlexItem>
  </>
);

/** Timeline or list, how much time, and how it is written. */
export const TimelineToolbar = (props: TimelineToolbarProps): ReactElement => {
  const { state, setState } = props;
  return (
    <EuiFlexGroup gutterSize="m" alignItems="center" wrap responsive={false}>
      <EuiFlexItem>
        <Tabs {...props} />
      </EuiFlexItem>
      {state.facet === '' ? null : (
        <EuiFlexItem grow={false}>
          <EuiBadge
            color="hollow"
            iconType="cross"
            iconSide="right"
            iconOnClick={() => setState({ facet: '' })}
            iconOnClickAriaLabel={t('vishing.call.removeFacetAriaLabel', { facet: state.facet })}
            data-test-subj="facetBadge"
          >
            {t('vishing.call.facetLabel', { facet: state.facet })}
          </EuiBadge>
        </EuiFlexItem>
      )}
      <Choices {...props} />
    </EuiFlexGroup>
  );
};
