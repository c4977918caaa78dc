import {
  EuiBadge,
  EuiBasicTable,
  EuiCode,
  EuiEmptyPrompt,
  EuiFieldSearch,
  EuiLink,
  EuiSpacer,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { z } from 'zod';
import type { SourceEntry } from '../../../common/api/sources';
import { useAppLink } from '../../shared/app_link';
import { LoadError } from '../../shared/states/load_error';
import { SkeletonRows } from '../../shared/states/skeleton_rows';
import { writeSearch } from '../../shared/url/search_params';
import { useUrlState } from '../../shared/url/use_url_state';
import { t } from '../translations';
import { useCatalogue } from '../use_catalogue';
import { SourceFlyout } from './source_flyout';

const urlSchema = z.object({
  search: z.string().catch('').default(''),
  system: z.string().catch('').default(''),
});
const DEFAULTS = urlSchema.parse({});

const systemSearch = (search: string, system: string): string =>
  writeSearch('', { search, system }, DEFAULTS);

const matches = ({ id, title, vendor }: SourceEntry, search: string): boolean =>
  `${id} ${title} ${vendor}`.toLowerCase().includes(search.trim().toLowerCase());

const VerifiedBadge = ({ isVerified }: { isVerified: boolean }): ReactElement =>
  isVerified ? (
    <EuiBadge color="success" iconType="check">
      {t('vishing.sources.verifiedLabel')}
    </EuiBadge>
  ) : (
    <EuiBadge color="warning" iconType="warning">
      {t('vishing.sources.unverifiedLabel')}
    </EuiBadge>
  );

const SourceTable = ({
  sources,
  linkTo,
}: {
  sources: SourceEntry[];
  linkTo: (id: string) => ReturnType<ReturnType<typeof useAppLink>>;
}): ReactElement => (
  <EuiBasicTable<SourceEntry>
    tableCaption={t('vishing.sources.catalogueCaption')}
    items={sources}
    itemId="id"
    data-test-subj="sourceCatalogue"
    columns={[
      {
        name: t('vishing.sources.systemColumnTitle'),
        width: '45%',
        render: ({ id, title }: SourceEntry) => (
          <EuiLink {...linkTo(id)} data-test-subj={`source-${id}`}>
            {title}
          </EuiLink>
        ),
      },
      { field: 'vendor', name: t('vishing.sources.vendorColumnTitle') },
      {
        name: t('vishing.sources.idColumnTitle'),
        render: ({ id }: SourceEntry) => <EuiCode>{id}</EuiCode>,
      },
      {
        name: t('vishing.sources.verifiedColumnTitle'),
        render: ({ verified }: SourceEntry) => <VerifiedBadge isVerified={verified} />,
      },
    ]}
  />
);

/** All phone systems whose records can be read, and how each of them sends its records. */
export const Catalogue = (): ReactElement => {
  const { data, error, reload } = useCatalogue();
  const [{ search, system }, setUrl] = useUrlState(urlSchema);
  const [text, setText] = useState(search);
  const link = useAppLink();
  const what = t('vishing.sources.theCatalogueLabel');
  if (error && !data) return <LoadError error={error} what={what} onRetry={reload} />;
  if (!data) return <SkeletonRows what={what} rows={8} heightPx={40} />;
  const shown = data.filter((source) => matches(source, text));
  const open = data.find(({ id }) => id === system);
  return (
    <>
      <EuiFieldSearch
        placeholder={t('vishing.sources.searchPlaceholder')}
        aria-label={t('vishing.sources.searchPlaceholder')}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setUrl({ search: target.value }, { replace: true });
        }}
        fullWidth
        data-test-subj="sourceSearch"
      />
      <EuiSpacer size="m" />
      {shown.length === 0 ? (
        <EuiEmptyPrompt
          iconType="search"
          title={<h2>{t('vishing.sources.noMatchTitle', { search: text })}</h2>}
          body={<p>{t('vishing.sources.noMatchDescription')}</p>}
          data-test-subj="noSourceMatches"
        />
      ) : (
        <SourceTable
          sources={shown}
          linkTo={(id) => link({ pathname: '/sources/systems', search: systemSearch(text, id) })}
        />
      )}
      {open ? <SourceFlyout source={open} onClose={() => setUrl({ system: '' })} /> : null}
    </>
  );
};
