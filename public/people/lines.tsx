import { EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { ListedPerson } from '../../common/api/people';
import type { PersonLine } from '../../common/model/person';
import { formatInstant } from '../shared/format/instant';
import { formatShare } from '../shared/format/number';
import { useServices } from '../shared/services';
import { t } from './translations';

const SHOWN = 3;

/** `berlin:1001` in words. */
export const extensionText = (value: string): string => {
  const at = value.lastIndexOf(':');
  const site = at < 0 ? 'default' : value.slice(0, at);
  const extension = value.slice(at + 1);
  return site === 'default'
    ? t('vishing.people.extensionLabel', { extension })
    : t('vishing.people.extensionAtLabel', { extension, site });
};

/** When a line was whose, and how sure that is; nothing for one that always was. */
export const Period = ({ line }: { line: PersonLine | undefined }): ReactElement | null => {
  const { zone } = useServices();
  if (!line) return null;
  const day = (instant: string): string => formatInstant(instant, zone, 'dayAndTime');
  const { valid_from: from, valid_to: to, confidence } = line;
  const texts = [
    from !== undefined && to !== undefined
      ? t('vishing.people.periodLabel', { from: day(from), to: day(to) })
      : from !== undefined
        ? t('vishing.people.fromLabel', { from: day(from) })
        : to !== undefined
          ? t('vishing.people.untilLabel', { to: day(to) })
          : undefined,
    confidence === undefined || confidence === 1
      ? undefined
      : t('vishing.people.confidenceLabel', { share: formatShare(confidence) }),
  ].filter((text) => text !== undefined);
  return texts.length === 0 ? null : (
    <EuiText size="xs" color="subdued" component="span">
      {' '}
      ({texts.join(', ')})
    </EuiText>
  );
};

/** Numbers and extensions of a person, the first few. */
export const Lines = ({ person }: { person: ListedPerson }): ReactElement => {
  const all = [
    ...person.numbers.map(({ value, display }) => ({ value, text: display })),
    ...person.extensions.map((value) => ({ value, text: extensionText(value) })),
  ];
  return (
    <EuiText size="s">
      {all.slice(0, SHOWN).map(({ value, text }) => (
        <div key={value}>
          {text}
          <Period line={person.lines.find((line) => line.value === value)} />
        </div>
      ))}
      {all.length > SHOWN ? (
        <EuiText size="xs" color="subdued">
          {t('vishing.people.moreLabel', { count: all.length - SHOWN })}
        </EuiText>
      ) : null}
    </EuiText>
  );
};
