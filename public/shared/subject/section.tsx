import { EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';
import type { QueryState } from '../../api/use_query';
import { LoadError } from '../states/load_error';
import { SkeletonRows } from '../states/skeleton_rows';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly children: ReactNode;
}

/** One part of a page, in a frame with a heading. */
export const Section = ({ id, title, description, children }: SectionProps): ReactElement => (
  <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj={`section-${id}`}>
    <EuiTitle size="xs">
      <h2>{title}</h2>
    </EuiTitle>
    {description === undefined ? null : (
      <EuiText size="xs" color="subdued">
        {description}
      </EuiText>
    )}
    <EuiSpacer size="s" />
    {children}
  </EuiPanel>
);

interface LoadedProps<T> {
  readonly query: QueryState<T>;
  /** What is loaded, as the subject of a sentence. */
  readonly what: string;
  readonly rows?: number;
  children(data: T): ReactNode;
}

/** What was fetched, or grey bars, or what failed; a part that fails leaves the others alone. */
export function Loaded<T>({ query, what, rows = 4, children }: LoadedProps<T>): ReactElement {
  const { data, error, reload } = query;
  return (
    <>
      {error ? (
        <LoadError error={error} what={what} isStale={data !== undefined} onRetry={reload} />
      ) : null}
      {data !== undefined && error?.status !== 403 ? children(data) : null}
      {data === undefined && !error ? <SkeletonRows what={what} rows={rows} heightPx={32} /> : null}
    </>
  );
}
