import { VishingError } from '../errors';
import type { ElasticsearchClient } from '../kibana';
import { changePerson, type ChangedPerson } from './change_person';
import { toListedNumber } from '../numbers/listed_number';
import type { PersonParts } from './layers';
import type { PersonFields } from '../../common/model/person';

export interface Assignment {
  readonly kind: 'number' | 'extension';
  readonly value: string;
  readonly personId: string;
}

const layersOf = ({ manual, synced = {} }: PersonParts): PersonFields[] => [
  ...(manual ? [manual] : []),
  ...Object.values(synced),
];

/**
 * Gives a number or extension to a person, beside those that the person has. Numbers that only a directory knows become
 * manual ones with it: what people set replaces what directories say.
 * @throws VishingError `bad_request` for what is no number, `not_found`, `conflict`
 */
export const assignLineTo = async (
  es: ElasticsearchClient,
  { kind, value, personId }: Assignment
): Promise<ChangedPerson | undefined> => {
  const line = kind === 'number' ? toListedNumber(value) : value.trim();
  if (!line)
    throw new VishingError('bad_request', `“${value}” is no number in international form.`);
  const key = kind === 'number' ? 'numbers' : 'extensions';
  return changePerson(es, personId, (parts) => {
    const present = parts.manual?.[key]?.length
      ? parts.manual[key]
      : layersOf(parts).flatMap((layer) => layer[key] ?? []);
    return { ...parts, manual: { ...parts.manual, [key]: [...new Set([...present, line])] } };
  });
};
