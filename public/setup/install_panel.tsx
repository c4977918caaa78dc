import { EuiButton, EuiCallOut, EuiProgress, EuiSpacer, EuiText, EuiToolTip } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { AssetResult } from '../../common/api/setup';
import { useServices } from '../shared/services';
import { t } from './translations';
import type { Installation, SetupState } from './use_setup';

interface InstallPanelProps {
  readonly status: SetupState;
  readonly installation: Installation;
}

const ResultCallOut = ({ results }: { results: readonly AssetResult[] }): ReactElement => {
  const count = (wanted: AssetResult['result']): number =>
    results.filter(({ result }) => result === wanted).length;
  const failed = count('failed');
  return (
    <EuiCallOut
      announceOnMount
      color={failed > 0 ? 'danger' : 'success'}
      iconType={failed > 0 ? 'warning' : 'check'}
      title={t('vishing.setup.resultTitle', {
        installed: count('installed'),
        updated: count('updated'),
        unchanged: count('unchanged'),
        failed,
      })}
      data-test-subj="installResult"
    >
      {failed > 0 ? <p>{t('vishing.setup.resultFailedDescription')}</p> : null}
    </EuiCallOut>
  );
};

const StateCallOut = ({ assets }: Pick<SetupState, 'assets'>): ReactElement => {
  const unknown = assets.filter(({ state }) => state === 'unknown').length;
  const open = assets.filter(({ state }) => state !== 'current').length - unknown;
  if (open > 0) {
    return (
      <EuiCallOut
        announceOnMount
        color="warning"
        iconType="info"
        title={t('vishing.setup.missingTitle', { count: open })}
        data-test-subj="setupIncomplete"
      />
    );
  }
  return unknown > 0 ? (
    <EuiCallOut
      announceOnMount
      iconType="question"
      title={t('vishing.setup.unknownTitle', { count: unknown })}
      data-test-subj="setupUnknown"
    />
  ) : (
    <EuiCallOut
      announceOnMount
      color="success"
      iconType="check"
      title={t('vishing.setup.completeTitle')}
      data-test-subj="setupComplete"
    />
  );
};

const Progress = ({ step }: { step: NonNullable<Installation['step']> }): ReactElement => (
  <div role="status" data-test-subj="installProgress">
    <EuiText size="s">
      {step === 'assets'
        ? t('vishing.setup.progressAssetsLabel')
        : t('vishing.setup.progressRulesLabel')}
    </EuiText>
    <EuiSpacer size="xs" />
    <EuiProgress size="s" color="primary" aria-label={t('vishing.setup.installingButtonLabel')} />
  </div>
);

const Stopped = ({ message }: { message: string }): ReactElement => (
  <>
    <EuiCallOut
      announceOnMount
      color="danger"
      iconType="warning"
      title={t('vishing.setup.stepFailedTitle', { message })}
      data-test-subj="installStopped"
    >
      <p>{t('vishing.setup.stepFailedDescription')}</p>
    </EuiCallOut>
    <EuiSpacer size="s" />
  </>
);

const buttonLabel = ({ assets }: SetupState, isRunning: boolean): string => {
  if (isRunning) return t('vishing.setup.installingButtonLabel');
  if (assets.every(({ state }) => state === 'missing'))
    return t('vishing.setup.installButtonLabel');
  return assets.every(({ state }) => state === 'current')
    ? t('vishing.setup.repeatButtonLabel')
    : t('vishing.setup.updateButtonLabel');
};

/** The one button, what it is doing, and what it did. */
export const InstallPanel = ({ status, installation }: InstallPanelProps): ReactElement => {
  const { canManage } = useServices();
  const { step, results, error, install } = installation;
  const button = (
    <EuiButton
      fill
      iconType="package"
      isLoading={step !== undefined}
      isDisabled={!canManage}
      onClick={() => void install(status.rules_via_server)}
      data-test-subj="installButton"
    >
      {buttonLabel(status, step !== undefined)}
    </EuiButton>
  );
  return (
    <>
      {error === undefined ? null : <Stopped message={error} />}
      {results === undefined || step !== undefined ? (
        <StateCallOut assets={status.assets} />
      ) : (
        <ResultCallOut results={results} />
      )}
      <EuiSpacer size="m" />
      {canManage ? (
        button
      ) : (
        <>
          <EuiToolTip content={t('vishing.setup.readOnlyDescription')}>{button}</EuiToolTip>
          <EuiSpacer size="s" />
          <EuiText size="s" color="subdued" data-test-subj="setupReadOnly">
            {t('vishing.setup.readOnlyDescription')}
          </EuiText>
        </>
      )}
      <EuiSpacer size="m" />
      {step === undefined ? null : <Progress step={step} />}
    </>
  );
};
