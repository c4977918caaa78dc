import { EuiCallOut, EuiFormRow, EuiPanel, EuiSelect, EuiSpacer, EuiTitle } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { DetectResponse, SourceEntry } from '../../../common/api/sources';
import { formatShare } from '../../shared/format/number';
import type { SiteFields } from '../site/site_fields';
import { SiteForm } from '../site/site_form';
import { t } from '../translations';
import { titleOf } from '../use_catalogue';

interface SourceStepProps {
  readonly sources: readonly SourceEntry[];
  readonly detected: DetectResponse;
  readonly sourceId: string;
  readonly site: SiteFields;
  onSource(id: string): void;
  onSite(site: SiteFields): void;
}

const Verdict = ({ sources, detected }: SourceStepProps): ReactElement => {
  const [best] = detected.candidates;
  if (!best) {
    return (
      <EuiCallOut
        announceOnMount
        size="s"
        color="warning"
        iconType="question"
        title={t('vishing.sources.notRecognisedDescription')}
        data-test-subj="notRecognised"
      />
    );
  }
  const { parsed, records, confidence } = best;
  return (
    <EuiCallOut
      size="s"
      color={confidence >= 0.5 ? 'success' : 'warning'}
      iconType={confidence >= 0.5 ? 'check' : 'question'}
      title={t('vishing.sources.recognisedDescription', {
        title: titleOf(sources, best.id),
        confidence: formatShare(confidence),
        parsed,
        records,
      })}
      data-test-subj="recognised"
    />
  );
};

const NAMES: Readonly<Record<string, string>> = {
  '\t': 'tabs',
  ',': 'commas',
  ';': 'semicolons',
  '|': 'bars',
};

const describeLayout = ({ layout }: DetectResponse): string | undefined =>
  layout.format === 'csv' && layout.columns.length > 1
    ? t('vishing.sources.layoutDescription', {
        delimiter: NAMES[layout.delimiter ?? ''] ?? layout.delimiter ?? '',
        header:
          layout.header === undefined
            ? t('vishing.sources.withoutHeaderLabel')
            : t('vishing.sources.withHeaderLabel'),
        columns: layout.columns.length,
      })
    : undefined;

/** Which phone system wrote the records, and where it stands. */
export const SourceStep = (props: SourceStepProps): ReactElement => {
  const { sources, detected, sourceId, site, onSource, onSite } = props;
  const confidence = new Map(detected.candidates.map((found) => [found.id, found.confidence]));
  const sorted = [...sources].sort(
    (a, b) => (confidence.get(b.id) ?? 0) - (confidence.get(a.id) ?? 0)
  );
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m">
      <EuiTitle size="xs">
        <h2>{t('vishing.sources.recognisedTitle')}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <Verdict {...props} />
      <EuiSpacer size="m" />
      <EuiFormRow
        fullWidth
        label={t('vishing.sources.sourceLabel')}
        helpText={describeLayout(detected)}
      >
        <EuiSelect
          fullWidth
          hasNoInitialSelection={sourceId === ''}
          value={sourceId}
          options={sorted.map(({ id, title }) => {
            const sure = confidence.get(id);
            return {
              value: id,
              text:
                sure === undefined
                  ? title
                  : t('vishing.sources.candidateLabel', { title, confidence: formatShare(sure) }),
            };
          })}
          onChange={({ target }) => onSource(target.value)}
          data-test-subj="sourceSelect"
        />
      </EuiFormRow>
      <EuiSpacer size="m" />
      <SiteForm fields={site} onChange={onSite} />
    </EuiPanel>
  );
};
