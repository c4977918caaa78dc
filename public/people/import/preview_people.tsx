import { EuiBadge, EuiBasicTable, EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { useCallback, type ReactElement } from 'react';
import { previewPeople, type PreviewedPerson } from '../../../common/api/people';
import type { ImportRow } from '../../../common/people/import_fields';
import { callApi } from '../../api/call_api';
import { useQuery } from '../../api/use_query';
import { useServices } from '../../shared/services';
import { LoadError } from '../../shared/states/load_error';
import { SkeletonRows } from '../../shared/states/skeleton_rows';
import { Lines } from '../lines';
import { t } from '../translations';
import { RefusedRows } from './refused_rows';
import type { ImportSettings } from './use_import';

export interface PreviewRequest extends ImportSettings {
  readonly rows: readonly ImportRow[];
}

const COLOURS = { create: 'success', update: 'primary', unchanged: 'hollow' } as const;
const SHOWN = 20;

const People = ({ people }: { people: readonly PreviewedPerson[] }): ReactElement => (
  <EuiBasicTable<PreviewedPerson>
    compressed
    tableCaption={t('vishing.people.previewCaption')}
    items={people.slice(0, SHOWN)}
    itemId={({ person }) => person.id}
    columns={[
      {
        name: t('vishing.people.outcomeColumnTitle'),
        width: '110px',
        render: ({ outcome }: PreviewedPerson) => (
          <EuiBadge color={COLOURS[outcome]}>{t(`vishing.people.${outcome}OutcomeLabel`)}</EuiBadge>
        ),
      },
      {
        name: t('vishing.people.rowsColumnTitle'),
        width: '90px',
        render: ({ lines }: PreviewedPerson) => lines.join(', '),
      },
      {
        name: t('vishing.people.nameColumnTitle'),
        render: ({ person: { full_name: name, upn, emails } }: PreviewedPerson) => (
          <div>
            {name}
            <EuiText size="xs" color="subdued">
              {upn ?? emails[0]}
            </EuiText>
          </div>
        ),
      },
      {
        name: t('vishing.people.linesColumnTitle'),
        render: ({ person }: PreviewedPerson) => <Lines person={person} />,
      },
      {
        name: t('vishing.people.departmentColumnTitle'),
        render: ({ person }: PreviewedPerson) => person.department,
      },
    ]}
    data-test-subj="previewTable"
  />
);

/** What becomes of the first rows. */
export const PreviewPeople = ({ request }: { request: PreviewRequest }): ReactElement => {
  const { core } = useServices();
  const load = useCallback(
    (signal: AbortSignal) =>
      callApi(core.http, previewPeople, { body: { ...request, rows: [...request.rows] }, signal }),
    [core, request]
  );
  const { data, error, reload } = useQuery(load);
  const what = t('vishing.people.previewLabel');
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj="previewStep">
      <EuiTitle size="xs">
        <h2>{t('vishing.people.previewTitle')}</h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>{t('vishing.people.previewDescription', { rows: request.rows.length })}</p>
      </EuiText>
      <EuiSpacer size="s" />
      {error ? (
        <LoadError error={error} what={what} isStale={data !== undefined} onRetry={reload} />
      ) : null}
      {!data && !error ? <SkeletonRows what={what} rows={5} heightPx={32} /> : null}
      {data ? (
        <>
          <People people={data.people} />
          <RefusedRows rows={data.refused} total={data.refused.length} />
        </>
      ) : null}
    </EuiPanel>
  );
};
