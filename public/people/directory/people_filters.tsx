import { EuiFieldSearch, EuiFlexGroup, EuiFlexItem, EuiSelect } from '@elastic/eui';
import { useEffect, useState, type ReactElement } from 'react';
import { personKindSchema, personRoleSchema } from '../../../common/model/person';
import { useDebounced } from '../../shared/use_debounced';
import type { SetUrlState } from '../../shared/url/use_url_state';
import { t } from '../translations';
import type { PeopleUrl } from './people_url';

const TYPING_MS = 300;

const ANY = { value: '', text: t('vishing.people.anyOption') };
const KINDS = [
  ANY,
  ...personKindSchema.options.map((value) => ({
    value,
    text: t(`vishing.people.${value}KindLabel`),
  })),
];
const ROLES = [
  ANY,
  ...personRoleSchema.options.map((value) => ({
    value,
    text: t(`vishing.people.${value}RoleLabel`),
  })),
];

/** Follows the address, and changes it once nobody types any more. */
const Search = ({ q, onSearch }: { q: string; onSearch: (q: string) => void }): ReactElement => {
  const [text, setText] = useState(q);
  const settled = useDebounced(text, TYPING_MS);
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (settled !== q && settled === text) onSearch(settled);
    // Only what was typed counts: the address may change by itself, as on the way back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    <EuiFieldSearch
      fullWidth
      value={text}
      placeholder={t('vishing.people.searchPlaceholder')}
      aria-label={t('vishing.people.searchPlaceholder')}
      onChange={({ target }) => setText(target.value)}
      data-test-subj="peopleSearch"
    />
  );
};

/** Search and filters of the directory. */
export const PeopleFilters = ({
  url,
  setUrl,
}: {
  url: PeopleUrl;
  setUrl: SetUrlState<PeopleUrl>;
}): ReactElement => (
  <EuiFlexGroup gutterSize="s" wrap>
    <EuiFlexItem grow={3} style={{ minWidth: 240 }}>
      <Search q={url.q} onSearch={(q) => setUrl({ q, page: 0 }, { replace: true })} />
    </EuiFlexItem>
    <EuiFlexItem grow={1}>
      <EuiSelect
        fullWidth
        prepend={t('vishing.people.kindFilterLabel')}
        aria-label={t('vishing.people.kindFilterLabel')}
        options={KINDS}
        value={url.kind}
        onChange={({ target }) => setUrl({ kind: target.value as PeopleUrl['kind'], page: 0 })}
        data-test-subj="kindFilter"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={1}>
      <EuiSelect
        fullWidth
        prepend={t('vishing.people.roleFilterLabel')}
        aria-label={t('vishing.people.roleFilterLabel')}
        options={ROLES}
        value={url.role}
        onChange={({ target }) => setUrl({ role: target.value as PeopleUrl['role'], page: 0 })}
        data-test-subj="roleFilter"
      />
    </EuiFlexItem>
  </EuiFlexGroup>
);
