import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { CoveringEntry } from '../../common/api/number';
import { Instant } from '../shared/instant';
import { Section } from '../shared/subject/section';
import { VerdictBadge } from '../shared/subject/verdict_badge';
import { t } from './translations';

const STATES = {
  effective: undefined,
  overruled: t('vishing.number.overruledLabel'),
  expired: t('vishing.number.expiredLabel'),
} as const;

const Dated = ({ label, at }: { label: string; at: string }): ReactElement => (
  <EuiFlexItem grow={false} style={{ flexDirection: 'row', gap: 4 }}>
    {label} <Instant value={at} />
  </EuiFlexItem>
);

const Origin = ({ entry }: { entry: CoveringEntry }): ReactElement => {
  const { source, added_at, added_by, expires } = entry;
  return (
    <EuiText size="xs" color="subdued">
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiFlexItem grow={false}>{t('vishing.number.entrySourceLabel', { source })}</EuiFlexItem>
        {added_at === undefined ? null : (
          <Dated label={t('vishing.number.addedLabel')} at={added_at} />
        )}
        {added_by === undefined ? null : (
          <EuiFlexItem grow={false}>
            {t('vishing.number.addedByLabel', { name: added_by })}
          </EuiFlexItem>
        )}
        {expires === undefined ? (
          <EuiFlexItem grow={false}>{t('vishing.number.foreverLabel')}</EuiFlexItem>
        ) : (
          <Dated label={t('vishing.number.untilLabel')} at={expires} />
        )}
      </EuiFlexGroup>
    </EuiText>
  );
};

const Entry = ({ entry }: { entry: CoveringEntry }): ReactElement => {
  const { kind, number, verdict, reason, state } = entry;
  const why = STATES[state];
  return (
    <div data-test-subj={`entry-${state}`}>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <VerdictBadge verdict={verdict} />
        </EuiFlexItem>
        <EuiFlexItem>
          <EuiText size="s">
            <strong>
              {kind === 'number'
                ? t('vishing.number.ownEntryLabel')
                : t('vishing.number.rangeEntryLabel', {
                    range: kind === 'prefix' ? `${number}…` : number.replace('-', ' – '),
                  })}
            </strong>
            {`: ${reason ?? t('vishing.number.noReasonLabel')}`}
          </EuiText>
        </EuiFlexItem>
      </EuiFlexGroup>
      {why === undefined ? null : <EuiText size="xs">{why}</EuiText>}
      <Origin entry={entry} />
      <EuiSpacer size="s" />
    </div>
  );
};

/** The verdict and why: the entry that decides, and those that would without it. */
export const VerdictSection = ({
  entries,
}: {
  entries: readonly CoveringEntry[];
}): ReactElement => (
  <Section id="verdict" title={t('vishing.number.verdictTitle')}>
    {entries.length === 0 ? (
      <EuiText size="s">{t('vishing.number.noEntryLabel')}</EuiText>
    ) : (
      entries.map((entry) => <Entry key={`${entry.kind}-${entry.number}`} entry={entry} />)
    )}
  </Section>
);
