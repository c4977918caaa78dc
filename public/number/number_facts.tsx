import type { ReactElement } from 'react';
import type { NumberResponse } from '../../common/api/number';
import { FactPanel, knownFacts } from '../shared/fact_panel';
import { countryName, formatCount, numberTypeName } from '../shared/format/number';
import { Instant } from '../shared/instant';
import { t } from './translations';

const instant = (value: string | undefined): ReactElement | undefined =>
  value === undefined ? undefined : <Instant value={value} format="full" />;

/** What the number is, and what it did so far. */
export const NumberFacts = ({ data }: { data: NumberResponse }): ReactElement => {
  const { country, type, block, ever } = data;
  return (
    <FactPanel
      id="number"
      title={t('vishing.number.factsTitle')}
      facts={knownFacts([
        [t('vishing.number.countryFact'), country && countryName(country)],
        [t('vishing.number.typeFact'), type && numberTypeName(type)],
        [t('vishing.number.blockFact'), `${block}…`],
        [t('vishing.number.firstSeenFact'), instant(ever.first_seen)],
        [t('vishing.number.lastSeenFact'), instant(ever.last_seen)],
        [t('vishing.number.callsFact'), formatCount(ever.calls)],
        [
          t('vishing.number.namesFact'),
          ever.shown_names
            .map(({ name, calls }) => t('vishing.number.shownNameValue', { name, calls }))
            .join(', '),
        ],
        [
          t('vishing.number.spoofingFact'),
          ever.own_number_calls > 0
            ? t('vishing.number.spoofingValue', { calls: ever.own_number_calls })
            : undefined,
        ],
      ])}
    />
  );
};
