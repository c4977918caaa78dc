import {
  EuiAccordion,
  EuiMarkdownFormat,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { CallResponse } from '../../common/api/call';
import { t } from './translations';

/** The triage guides of the rules that alerted. */
export const Guide = ({ why }: { why: CallResponse['why'] }): ReactElement => {
  const guides = why.filter(({ guide }) => guide.trim() !== '');
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj="guide">
      <EuiTitle size="xs">
        <h2>{t('vishing.call.guideTitle')}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {guides.length === 0 ? <EuiText size="s">{t('vishing.call.noGuideLabel')}</EuiText> : null}
      {guides.map(({ rule_id, rule_name, guide }, index) => (
        <EuiAccordion
          key={rule_id}
          id={`guide-${rule_id}`}
          buttonContent={rule_name}
          initialIsOpen={index === 0}
          paddingSize="s"
        >
          <EuiMarkdownFormat textSize="s">{guide}</EuiMarkdownFormat>
        </EuiAccordion>
      ))}
    </EuiPanel>
  );
};
