import { EuiCallOut, EuiEmptyPrompt, EuiFieldSearch, EuiSpacer, EuiText } from '@elastic/eui';
import { useCallback, type ReactElement } from 'react';
import { z } from 'zod';
import { getConflicts, type Conflict } from '../../../common/api/people';
import { callApi } from '../../api/call_api';
import { useQuery } from '../../api/use_query';
import { useServices } from '../../shared/services';
import { LoadError } from '../../shared/states/load_error';
import { SkeletonRows } from '../../shared/states/skeleton_rows';
import { useUrlState } from '../../shared/url/use_url_state';
import { t } from '../translations';
import { ConflictsTable } from './conflicts_table';

const urlSchema = z.object({ find: z.string().max(200).catch('').default('') });

const matches = ({ value, display, people }: Conflict, text: string): boolean =>
  [value, display, ...people.map(({ full_name: name }) => name)].some((part) =>
    part.toLowerCase().includes(text.trim().toLowerCase())
  );

const None = (): ReactElement => (
  <EuiEmptyPrompt
    iconType="check"
    color="plain"
    title={<h2>{t('vishing.people.noConflictsTitle')}</h2>}
    body={<p>{t('vishing.people.noConflictsDescription')}</p>}
    data-test-subj="noConflicts"
  />
);

/** Numbers and extensions of several people, and the decision whose they are. */
export const ConflictsSection = (): ReactElement => {
  const { core } = useServices();
  const [{ find }, setUrl] = useUrlState(urlSchema);
  const load = useCallback(
    (signal: AbortSignal) => callApi(core.http, getConflicts, { signal }),
    [core]
  );
  const { data, error, reload } = useQuery(load);
  const what = t('vishing.people.theConflictsLabel');
  return (
    <>
      <EuiText size="s">
        <p>{t('vishing.people.conflictsDescription')}</p>
      </EuiText>
      <EuiSpacer size="m" />
      {error ? (
        <LoadError error={error} what={what} isStale={data !== undefined} onRetry={reload} />
      ) : null}
      {!data && !error ? <SkeletonRows what={what} rows={5} heightPx={56} /> : null}
      {data?.conflicts.length === 0 ? <None /> : null}
      {data && data.conflicts.length > 0 ? (
        <>
          {data.truncated ? (
            <EuiCallOut
              announceOnMount
              size="s"
              color="warning"
              title={t('vishing.people.conflictsTruncatedTitle')}
              data-test-subj="conflictsTruncated"
            />
          ) : null}
          <EuiFieldSearch
            fullWidth
            value={find}
            placeholder={t('vishing.people.searchConflictsPlaceholder')}
            aria-label={t('vishing.people.searchConflictsPlaceholder')}
            onChange={({ target }) => setUrl({ find: target.value }, { replace: true })}
            data-test-subj="conflictsSearch"
          />
          <EuiSpacer size="m" />
          <ConflictsTable
            conflicts={data.conflicts.filter((conflict) => matches(conflict, find))}
            onDecided={reload}
          />
        </>
      ) : null}
    </>
  );
};
