import { EuiSuperDatePicker } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { PickedRange } from '../url/time_range';

interface RangePickerProps extends PickedRange {
  readonly isLoading: boolean;
  onPick(range: PickedRange): void;
  onRefresh(): void;
}

/** The time range of a page; picking the same one again refreshes. */
export const RangePicker = ({
  from,
  to,
  isLoading,
  onPick,
  onRefresh,
}: RangePickerProps): ReactElement => (
  <EuiSuperDatePicker
    width="auto"
    start={from}
    end={to}
    isLoading={isLoading}
    onTimeChange={({ start, end }) => {
      if (start === from && end === to) onRefresh();
      else onPick({ from: start, to: end });
    }}
    onRefresh={onRefresh}
    data-test-subj="datePicker"
  />
);
