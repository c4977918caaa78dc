import { EuiButton, EuiButtonEmpty, EuiEmptyPrompt, EuiSpacer, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import { MAX_LISTED, type PeopleList } from '../../../common/api/people';
import { useAppLink } from '../../shared/app_link';
import { LoadError } from '../../shared/states/load_error';
import { SkeletonRows } from '../../shared/states/skeleton_rows';
import { useUrlState } from '../../shared/url/use_url_state';
import { t } from '../translations';
import { PeopleFilters } from './people_filters';
import { PeopleTable } from './people_table';
import { peopleUrlSchema } from './people_url';
import { SyncLine } from './sync_line';
import { usePeople } from './use_people';

const Empty = (): ReactElement => {
  const link = useAppLink();
  return (
    <EuiEmptyPrompt
      iconType="users"
      title={<h2>{t('vishing.people.emptyTitle')}</h2>}
      body={<p>{t('vishing.people.emptyDescription')}</p>}
      actions={
        <EuiButton fill {...link({ pathname: '/people', search: '?tab=import' })}>
          {t('vishing.people.importButtonLabel')}
        </EuiButton>
      }
      data-test-subj="noPeople"
    />
  );
};

const NoMatch = ({ onReset }: { onReset: () => void }): ReactElement => (
  <EuiEmptyPrompt
    iconType="search"
    color="plain"
    title={<h2>{t('vishing.people.noMatchTitle')}</h2>}
    body={<p>{t('vishing.people.noMatchDescription')}</p>}
    actions={
      <EuiButtonEmpty onClick={onReset} data-test-subj="resetButton">
        {t('vishing.people.resetButtonLabel')}
      </EuiButtonEmpty>
    }
    data-test-subj="noMatch"
  />
);

const Total = ({ list: { total, all } }: { list: PeopleList }): ReactElement => (
  <EuiText size="s" color="subdued" data-test-subj="peopleTotal">
    <p aria-live="polite">
      {t('vishing.people.totalLabel', { total, all })}
      {total > MAX_LISTED ? `. ${t('vishing.people.deepDescription', { most: MAX_LISTED })}` : ''}
    </p>
  </EuiText>
);

/** Everybody, searched and paged by the server. */
export const DirectorySection = (): ReactElement => {
  const [url, setUrl] = useUrlState(peopleUrlSchema);
  const { data, error, isLoading, reload } = usePeople(url);
  const what = t('vishing.people.theDirectoryLabel');
  const isEmpty = data?.all === 0;
  return (
    <>
      <SyncLine onDone={reload} />
      {isEmpty ? null : <PeopleFilters url={url} setUrl={setUrl} />}
      <EuiSpacer size="m" />
      {error ? (
        <>
          <LoadError error={error} what={what} isStale={data !== undefined} onRetry={reload} />
          <EuiSpacer size="m" />
        </>
      ) : null}
      {!data && !error ? <SkeletonRows what={what} rows={8} heightPx={48} /> : null}
      {isEmpty ? <Empty /> : null}
      {data && !isEmpty && data.total === 0 ? (
        <NoMatch onReset={() => setUrl({ q: '', kind: '', role: '', page: 0 })} />
      ) : null}
      {data && data.total > 0 ? (
        <>
          <Total list={data} />
          <PeopleTable
            people={data.people}
            total={data.total}
            url={url}
            isLoading={isLoading}
            setUrl={setUrl}
          />
        </>
      ) : null}
    </>
  );
};
