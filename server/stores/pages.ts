/** Elasticsearch's own limit of one search (`index.max_result_window`), and of one answer of ES|QL. */
export const MAX_REACHABLE = 10_000;

export interface PageRequest {
  readonly page: number;
  readonly per_page: number;
}

/** Where a page lies in a sorted list; empty behind what can be reached. */
export const windowOf = ({ page, per_page }: PageRequest): { from: number; size: number } => {
  const from = Math.min(page * per_page, MAX_REACHABLE);
  return { from, size: Math.min(per_page, MAX_REACHABLE - from) };
};

/** How much of a list can be paged through. */
export const reachableOf = (total: number): number => Math.min(total, MAX_REACHABLE);
