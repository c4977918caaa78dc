import { EuiToolTip } from '@elastic/eui';
import type { ReactElement } from 'react';
import { formatInstant, formatWhen, type INSTANT_FORMATS } from './format/instant';
import { useServices } from './services';

/** Reachable by keyboard, because the zone stands in the tooltip only. */
const REACHABLE = { tabIndex: 0 };

/** As part of a sentence: an inline block would start a new line, and the text beside it stand by its last one. */
const INLINE = { style: { display: 'inline' } };

/** An instant in the reader's zone; the full form with the zone shows on hover and on focus. */
export const Instant = ({
  value,
  nowMs,
  format,
}: {
  value: string;
  /** With it, today's instants show only their time. */
  nowMs?: number;
  format?: keyof typeof INSTANT_FORMATS;
}): ReactElement => {
  const { zone } = useServices();
  const text =
    nowMs === undefined
      ? formatInstant(value, zone, format ?? 'dayAndTime')
      : formatWhen(value, zone, nowMs);
  return (
    <EuiToolTip content={formatInstant(value, zone, 'full')} anchorProps={INLINE}>
      <time dateTime={value} {...REACHABLE}>
        {text}
      </time>
    </EuiToolTip>
  );
};
