import {
  EuiBasicTable,
  EuiText,
  type Criteria,
  type EuiBasicTableColumn,
  type EuiTableSortingType,
} from '@elastic/eui';
import type { ReactElement } from 'react';

import { t } from './translations';

/** A page of rows that the server cut. */
export interface TablePage {
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  /** How many rows can be paged through; all of them when absent. */
  readonly reachable?: number;
}

interface PagedTableProps<T extends object> {
  readonly items: readonly T[];
  readonly columns: Array<EuiBasicTableColumn<T>>;
  readonly caption: string;
  readonly paging: TablePage;
  readonly isLoading: boolean;
  readonly sort?: EuiTableSortingType<T>['sort'];
  onChange(criteria: Criteria<T>): void;
  readonly 'data-test-subj': string;
}

/** A table that shows one page of what the server has. */
export function PagedTable<T extends object>(props: PagedTableProps<T>): ReactElement {
  const { items, columns, caption, paging, isLoading, sort, onChange } = props;
  const { page, perPage, total, reachable = total } = paging;
  return (
    <>
      <EuiBasicTable<T>
        compressed
        tableCaption={caption}
        items={[...items]}
        columns={columns}
        loading={isLoading}
        sorting={sort ? { sort } : undefined}
        pagination={
          reachable > perPage
            ? {
                pageIndex: page,
                pageSize: perPage,
                totalItemCount: reachable,
                showPerPageOptions: false,
              }
            : undefined
        }
        onChange={onChange}
        data-test-subj={props['data-test-subj']}
      />
      {reachable < total ? (
        <EuiText size="xs" color="subdued" data-test-subj={`${props['data-test-subj']}-cut`}>
          {t('vishing.subject.reachableLabel', { reachable, total })}
        </EuiText>
      ) : null}
    </>
  );
}
