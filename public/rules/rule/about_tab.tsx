import { EuiMarkdownFormat, EuiSpacer, EuiTitle } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { RuleDetails } from '../../../common/api/rules';
import { TitledList } from '../../shared/titled_list';
import { t } from '../translations';

/** What the rule's file says beside the query. */
export const AboutTab = ({ rule }: { rule: RuleDetails }): ReactElement => (
  <div style={{ maxWidth: 900 }}>
    <TitledList
      title={t('vishing.rules.requiredDataTitle')}
      items={rule.required_data.map(({ name, any_of: any }) => `${name}: ${any.join(', ')}`)}
    />
    <TitledList title={t('vishing.rules.falsePositivesTitle')} items={rule.false_positives} />
    <TitledList title={t('vishing.rules.knownGapsTitle')} items={rule.known_gaps} />
    <EuiTitle size="xs">
      <h2>{t('vishing.rules.guideTitle')}</h2>
    </EuiTitle>
    <EuiSpacer size="s" />
    <EuiMarkdownFormat textSize="s">{rule.guide}</EuiMarkdownFormat>
  </div>
);
