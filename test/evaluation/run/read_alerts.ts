import type { Client } from '@elastic/elasticsearch';
import { alertsIndex } from '../../../common/constants';
import {
  firstTextAt,
  valuesAt,
  type Document,
} from '../../../standalone/kibana/detection_engine/field_access';

/** An alert as the judge sees it. */
export interface WrittenAlert {
  readonly id: string;
  readonly ruleId: string;
  readonly atMs: number;
  readonly isBuildingBlock: boolean;
  readonly callId?: string;
  /** Ids of the events and alerts that it is made of. */
  readonly sources: readonly string[];
  /** Logins, account names and hosts that it names, lower case. */
  readonly names: readonly string[];
}

const PAGE = 5_000;
const NAMES = [
  'user.email',
  'user.name',
  'user.id',
  'host.name',
  'email.to.address',
  'okta.actor.alternate_id',
];

const idsOf = (ancestors: readonly unknown[]): string[] =>
  ancestors.flatMap((ancestor) =>
    typeof ancestor === 'object' && ancestor !== null ? [String(Reflect.get(ancestor, 'id'))] : []
  );

const toAlert = (id: string, source: Document): WrittenAlert => ({
  id,
  ruleId: firstTextAt(source, 'kibana.alert.rule.rule_id') ?? '',
  atMs: Date.parse(firstTextAt(source, '@timestamp') ?? ''),
  isBuildingBlock: firstTextAt(source, 'kibana.alert.building_block_type') !== undefined,
  callId: firstTextAt(source, 'vishing.call.id'),
  sources: idsOf(valuesAt(source, 'kibana.alert.ancestors')),
  names: NAMES.flatMap((name) => valuesAt(source, name)).map((name) => String(name).toLowerCase()),
});

/** All alerts of a space in the order in which they were written. */
export const readAlerts = async (es: Client, spaceId: string): Promise<WrittenAlert[]> => {
  const alerts: WrittenAlert[] = [];
  let position: unknown[] | undefined;
  do {
    const { hits } = await es.search<Document>({
      index: `${alertsIndex(spaceId)}*`,
      allow_no_indices: true,
      size: PAGE,
      query: { match_all: {} },
      sort: [{ '@timestamp': 'asc' }, { 'kibana.alert.uuid': 'asc' }],
      search_after: position as never,
    });
    alerts.push(...hits.hits.map(({ _id = '', _source = {} }) => toAlert(_id, _source)));
    position = hits.hits.length === PAGE ? hits.hits.at(-1)?.sort : undefined;
  } while (position);
  return alerts;
};
