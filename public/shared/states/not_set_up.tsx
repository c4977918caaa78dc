import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import type { ReactElement } from 'react';
import { useAppLink } from '../app_link';
import { useServices } from '../services';
import { t } from './translations';

/** Shown until an administrator has run the setup once. */
export const NotSetUp = (): ReactElement => {
  const { canManage } = useServices();
  const link = useAppLink();
  return (
    <EuiEmptyPrompt
      iconType="logoSecurity"
      color="plain"
      data-test-subj="notSetUp"
      title={<h2>{t('vishing.states.notSetUpTitle')}</h2>}
      body={
        <p>
          {canManage
            ? t('vishing.states.notSetUpAdminDescription')
            : t('vishing.states.notSetUpReaderDescription')}
        </p>
      }
      actions={
        canManage ? (
          <EuiButton fill {...link({ pathname: '/setup' })} data-test-subj="goToSetupButton">
            {t('vishing.states.goToSetupButtonLabel')}
          </EuiButton>
        ) : undefined
      }
    />
  );
};
