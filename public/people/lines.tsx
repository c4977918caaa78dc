import { EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { ListedPerson } from '../../common/api/people';
import { DEFAULT_SITE, splitExtension } from '../../common/people/extension';
import { Period } from '../shared/subject/period';
import { t } from './translations';

const SHOWN = 3;

/** `berlin:1001` in words. */
export const extensionText = (value: string): string => {
  const { site = DEFAULT_SITE, extension } = splitExtension(value);
  return site === DEFAULT_SITE
    ? t('vishing.people.extensionLabel', { extension })
    : t('vishing.people.extensionAtLabel', { extension, site });
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
