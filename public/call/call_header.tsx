import {
  EuiBadge,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPageTemplate,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { CallResponse } from '../../common/api/call';
import { AppLink } from '../shared/app_link';
import { ScoreBadge } from '../shared/severity';
import { StatusBadge } from '../shared/status_badge';
import { CallActions } from './call_actions';
import { ExceptionButton } from './exception_button';
import { t } from './translations';
import { useListPath } from './use_list_path';

const Badges = ({ suspicion }: { suspicion: CallResponse['suspicion'] }): ReactElement =>
  suspicion ? (
    <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center">
      <EuiFlexItem grow={false}>
        <ScoreBadge score={suspicion.score} severity={suspicion.severity} withWord />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <StatusBadge status={suspicion.status} />
      </EuiFlexItem>
    </EuiFlexGroup>
  ) : (
    <EuiBadge color="hollow" data-test-subj="noAlertBadge">
      {t('vishing.call.noAlertLabel')}
    </EuiBadge>
  );

/** What happened, in a few sentences, and what can be done about it. */
export const CallHeader = ({
  data,
  onChanged,
}: {
  data: CallResponse;
  onChanged: () => void;
}): ReactElement => {
  const list = useListPath();
  return (
    <EuiPageTemplate.Section paddingSize="m" grow={false} bottomBorder="extended">
      <EuiText size="xs">
        <AppLink to={list} data-test-subj="backLink">
          {`‹ ${t('vishing.call.listCrumb')}`}
        </AppLink>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiFlexGroup gutterSize="m" alignItems="flexStart" justifyContent="spaceBetween">
        <EuiFlexItem>
          <EuiText size="s">
            <h1 data-test-subj="callTitle">{data.title}</h1>
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <Badges suspicion={data.suspicion} />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      <EuiText size="s" style={{ maxWidth: '100ch' }} data-test-subj="callSentences">
        <p>{data.sentences.join(' ')}</p>
      </EuiText>
      <EuiSpacer size="m" />
      <CallActions suspicion={data.suspicion} onChanged={onChanged}>
        <ExceptionButton data={data} />
      </CallActions>
    </EuiPageTemplate.Section>
  );
};
