import type { EuiThemeComputed } from '@elastic/eui';
import type { Lane } from '../../common/model/signal';
import { t } from './translations';

type VisColor = keyof EuiThemeComputed['colors']['vis'];

interface LaneLook {
  readonly label: string;
  readonly icon: string;
  /** Keys of the theme's palette for charts, which colour-blind people can tell apart. */
  readonly fill: VisColor;
  /** The same hue with enough contrast for thin lines and icons. */
  readonly line: VisColor;
}

/** How each lane looks: colour never speaks alone, the icon and the label say the same. */
export const LANE_LOOK: Readonly<Record<Lane, LaneLook>> = {
  calls: {
    label: t('vishing.timeline.callsLaneLabel'),
    icon: 'mobile',
    fill: 'euiColorVis0',
    line: 'euiColorVisText0',
  },
  number: {
    label: t('vishing.timeline.numberLaneLabel'),
    icon: 'number',
    fill: 'euiColorVis2',
    line: 'euiColorVisText2',
  },
  mail: {
    label: t('vishing.timeline.mailLaneLabel'),
    icon: 'comment',
    fill: 'euiColorVis4',
    line: 'euiColorVisText4',
  },
  identity: {
    label: t('vishing.timeline.identityLaneLabel'),
    icon: 'user',
    fill: 'euiColorVis8',
    line: 'euiColorVisText8',
  },
  endpoint: {
    label: t('vishing.timeline.endpointLaneLabel'),
    icon: 'endpoint',
    fill: 'euiColorVis6',
    line: 'euiColorVisText6',
  },
  network: {
    label: t('vishing.timeline.networkLaneLabel'),
    icon: 'globe',
    fill: 'euiColorVisText0',
    line: 'euiColorVisText0',
  },
  alerts: {
    label: t('vishing.timeline.alertsLaneLabel'),
    icon: 'bell',
    fill: 'euiColorVisText6',
    line: 'euiColorVisText6',
  },
};

export const laneFill = (lane: Lane, theme: EuiThemeComputed): string =>
  theme.colors.vis[LANE_LOOK[lane].fill];

export const laneLine = (lane: Lane, theme: EuiThemeComputed): string =>
  theme.colors.vis[LANE_LOOK[lane].line];
