import { EuiFlexGroup } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { CallResponse } from '../../common/api/call';
import { FactPanel } from '../shared/fact_panel';
import { callFacts, numberFacts, personFacts } from './fact_lists';
import { t } from './translations';

/** What is known of the person, the number and the call itself. */
export const Facts = ({ data }: { data: CallResponse }): ReactElement => (
  <EuiFlexGroup gutterSize="m" wrap>
    <FactPanel id="person" title={t('vishing.call.personTitle')} facts={personFacts(data)} />
    <FactPanel id="number" title={t('vishing.call.numberTitle')} facts={numberFacts(data)} />
    <FactPanel id="call" title={t('vishing.call.callTitle')} facts={callFacts(data)} />
  </EuiFlexGroup>
);
