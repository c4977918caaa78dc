import { EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { PersonLine } from '../../../common/model/person';
import { formatInstant } from '../format/instant';
import { formatShare } from '../format/number';
import { useServices } from '../services';
import { t } from './translations';

/** When a line was whose, and how sure that is, such as `until 31 Mar, 08:00`; undefined for one that surely always was. */
export const periodText = (line: PersonLine, zone: string): string | undefined => {
  const day = (instant: string): string => formatInstant(instant, zone, 'dayAndTime');
  const { valid_from: from, valid_to: to, confidence } = line;
  const texts = [
    from !== undefined && to !== undefined
      ? t('vishing.subject.fromToLabel', { from: day(from), to: day(to) })
      : from !== undefined
        ? t('vishing.subject.fromLabel', { from: day(from) })
        : to !== undefined
          ? t('vishing.subject.untilLabel', { to: day(to) })
          : undefined,
    confidence === undefined || confidence === 1
      ? undefined
      : t('vishing.subject.confidenceLabel', { share: formatShare(confidence) }),
  ].filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.join(', ');
};

/** The same in brackets; nothing for a line that surely always was theirs. */
export const Period = ({ line }: { line: PersonLine | undefined }): ReactElement | null => {
  const { zone } = useServices();
  const text = line && periodText(line, zone);
  return text === undefined ? null : (
    <EuiText size="xs" color="subdued" component="span">
      {' '}
      ({text})
    </EuiText>
  );
};
