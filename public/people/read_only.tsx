import { EuiEmptyPrompt } from '@elastic/eui';
import type { ReactElement } from 'react';
import { t } from './translations';

/** For those who may look only. */
export const ReadOnly = (): ReactElement => (
  <EuiEmptyPrompt
    iconType="lock"
    color="plain"
    title={<h2>{t('vishing.people.readOnlyTitle')}</h2>}
    body={<p>{t('vishing.people.readOnlyDescription')}</p>}
    data-test-subj="peopleReadOnly"
  />
);
