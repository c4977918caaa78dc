import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiConfirmModal,
  EuiDescriptionList,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { runResolver, type SetupStatus } from '../../common/api/setup';
import { toApiError } from '../api/api_error';
import { callApi } from '../api/call_api';
import { formatCount } from '../shared/format/number';
import { Instant } from '../shared/instant';
import { useServices } from '../shared/services';
import { t } from './translations';

interface ResolverPanelProps {
  readonly resolver: SetupStatus['resolver'];
  onChanged(): void;
}

const factsOf = ({ scheduled, last_run, calls, waiting }: SetupStatus['resolver']) => [
  {
    title: t('vishing.setup.scheduledFact'),
    description: scheduled ? t('vishing.setup.yesValue') : t('vishing.setup.noValue'),
  },
  {
    title: t('vishing.setup.lastRunFact'),
    description:
      last_run === undefined ? (
        t('vishing.setup.neverValue')
      ) : (
        <Instant value={last_run} format="full" />
      ),
  },
  ...(calls === undefined
    ? []
    : [{ title: t('vishing.setup.callsFact'), description: formatCount(calls) }]),
  ...(waiting === undefined
    ? []
    : [{ title: t('vishing.setup.waitingFact'), description: formatCount(waiting) }]),
];

const RebuildModal = ({
  onCancel,
  onConfirm,
}: {
  onCancel: () => void;
  onConfirm: () => void;
}): ReactElement => {
  const titleId = useGeneratedHtmlId();
  return (
    <EuiConfirmModal
      aria-labelledby={titleId}
      titleProps={{ id: titleId }}
      title={t('vishing.setup.rebuildTitle')}
      onCancel={onCancel}
      onConfirm={onConfirm}
      cancelButtonText={t('vishing.setup.cancelButtonLabel')}
      confirmButtonText={t('vishing.setup.rebuildConfirmButtonLabel')}
      data-test-subj="rebuildModal"
    >
      <p>{t('vishing.setup.rebuildDescription')}</p>
    </EuiConfirmModal>
  );
};

const Actions = ({ resolver, onChanged }: ResolverPanelProps): ReactElement => {
  const { core, canManage } = useServices();
  const { toasts } = core.notifications;
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const run = async (rebuild: boolean): Promise<void> => {
    setBusy(true);
    try {
      const { started } = await callApi(core.http, runResolver, { body: { rebuild } });
      if (started) toasts.addSuccess({ title: t('vishing.setup.startedTitle') });
      else toasts.addWarning({ title: t('vishing.setup.notStartedTitle') });
      onChanged();
    } catch (error) {
      toasts.addDanger({
        title: t('vishing.setup.runFailedTitle'),
        text: toApiError(error).message,
      });
    } finally {
      setBusy(false);
    }
  };
  const isDisabled = !canManage || !resolver.scheduled || isBusy;
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiButton
          size="s"
          iconType="play"
          isDisabled={isDisabled}
          onClick={() => void run(false)}
          data-test-subj="resolveNowButton"
        >
          {t('vishing.setup.runNowButtonLabel')}
        </EuiButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="refresh"
          isDisabled={isDisabled}
          onClick={() => setAsking(true)}
          data-test-subj="rebuildButton"
        >
          {t('vishing.setup.rebuildButtonLabel')}
        </EuiButtonEmpty>
      </EuiFlexItem>
      {isAsking ? (
        <RebuildModal
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            void run(true);
          }}
        />
      ) : null}
    </EuiFlexGroup>
  );
};

/** How the resolver is doing, and how to start it. */
export const ResolverPanel = (props: ResolverPanelProps): ReactElement => {
  const { resolver } = props;
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj="resolverPanel">
      <EuiTitle size="xs">
        <h2>{t('vishing.setup.resolverTitle')}</h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        {t('vishing.setup.resolverDescription')}
      </EuiText>
      <EuiSpacer size="s" />
      {resolver.last_error === undefined ? null : (
        <>
          <EuiCallOut
            announceOnMount
            size="s"
            color="danger"
            iconType="warning"
            title={t('vishing.setup.lastErrorTitle')}
            data-test-subj="resolverError"
          >
            <p>{resolver.last_error}</p>
          </EuiCallOut>
          <EuiSpacer size="s" />
        </>
      )}
      <EuiDescriptionList
        compressed
        type="column"
        columnWidths={[1, 3]}
        listItems={factsOf(resolver)}
      />
      <EuiSpacer size="m" />
      <Actions {...props} />
    </EuiPanel>
  );
};
