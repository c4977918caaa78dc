import type { CallAction } from '../../../common/model/call';
import { formatDuration } from '../format/duration';
import { t } from './translations';

/** How a call ended, in a word. */
export const outcomeName = (action: CallAction): string => t(`vishing.subject.${action}Label`);

/** How long they spoke; answered calls of unknown length exist. Empty for a call that nobody answered. */
export const talkText = ({
  answered,
  talk_seconds,
}: {
  readonly answered: boolean;
  readonly talk_seconds?: number | undefined;
}): string => {
  if (!answered) return '';
  return talk_seconds === undefined
    ? t('vishing.subject.lengthUnknownLabel')
    : formatDuration(talk_seconds * 1000);
};
