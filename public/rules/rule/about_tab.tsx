import { EuiMarkdownFormat, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { RuleDetails } from '../../../common/api/rules';
import { t } from '../translations';

const List = ({ title, items }: { title: string; items: readonly string[] }): ReactElement => (
  <>
    <EuiTitle size="xs">
      <h2>{title}</h2>
    </EuiTitle>
    <EuiText size="s">
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </EuiText>
    <EuiSpacer size="m" />
  </>
);

/** What the rule's file says beside the query. */
export const AboutTab = ({ rule }: { rule: RuleDetails }): ReactElement => (
  <div style={{ maxWidth: 900 }}>
    <List
      title={t('vishing.rules.requiredDataTitle')}
      items={rule.required_data.map(({ name, any_of: any }) => `${name}: ${any.join(', ')}`)}
    />
    <List title={t('vishing.rules.falsePositivesTitle')} items={rule.false_positives} />
    <List title={t('vishing.rules.knownGapsTitle')} items={rule.known_gaps} />
    <EuiTitle size="xs">
      <h2>{t('vishing.rules.guideTitle')}</h2>
    </EuiTitle>
    <EuiSpacer size="s" />
    <EuiMarkdownFormat textSize="s">{rule.guide}</EuiMarkdownFormat>
  </div>
);
