import { z } from 'zod';
import { STATE_INDEX, TARGETS_INDEX } from '../../common/constants';
import { readPeople } from '../directory/directory_store';
import { namesOf } from '../directory/lookups/other_names';
import { isMissingIndex } from '../elasticsearch_errors';
import { queryEsql } from '../esql/query_esql';
import { hashOf } from '../hash_of';
import type { ElasticsearchClient } from '../kibana';
import { assertIndex } from '../stores/assert_set_up';
import { readStateDocument } from '../stores/state_document';
import { targetsQueries, type ResetSignal } from './targets_query';

export interface MarkOptions {
  readonly es: ElasticsearchClient;
  /** How sources say that somebody reset another person's account. */
  readonly signal: ResetSignal;
  readonly nowMs: number;
}

/** Document of `vishing-state` that says when targets were last looked for. */
const STATE_ID = 'targets';
/** Longest call, the delay of its record, and events that come late. */
const OVERLAP_MS = 4 * 3_600_000;
/** At first: as far back as any rule looks. */
const FIRST_MS = 30 * 86_400_000;
/** Longer than any rule looks back, and than a back-test reaches. */
const KEPT_MS = 100 * 86_400_000;

const answerSchema = z.object({
  values: z.array(z.tuple([z.string(), z.string().nullable(), z.string()])),
});

/** An account that was changed, and the call during which it was. */
interface Target {
  readonly account: string;
  readonly callId: string;
  /** ISO instant. */
  readonly changedAt: string;
}

const readLastRun = async (es: ElasticsearchClient): Promise<number | undefined> => {
  const state = (await readStateDocument(es, STATE_ID)) as { last_run?: string } | undefined;
  const lastMs = Date.parse(state?.last_run ?? '');
  return Number.isNaN(lastMs) ? undefined : lastMs;
};

/** Sources that do not exist have none. */
const findTargets = async (options: MarkOptions, fromMs: number): Promise<Target[]> => {
  const { es, signal, nowMs } = options;
  const found: Target[] = [];
  const range = { gte: new Date(fromMs).toISOString(), lte: new Date(nowMs).toISOString() };
  for (const query of targetsQueries(signal)) {
    try {
      const answer = await queryEsql(es, {
        query,
        filter: { range: { '@timestamp': range } },
      });
      for (const [changedAt, account, callId] of answerSchema.parse(answer).values)
        if (account !== null) found.push({ account, callId, changedAt });
    } catch (error) {
      if (!isMissingIndex(error)) throw error;
    }
  }
  return found;
};

/** Elasticsearch takes at most 65,536 terms in one query. */
const MOST_NAMES = 10_000;

/** Every name of the accounts' owners: one source says the login, the next the account. */
const readNames = async (
  es: ElasticsearchClient,
  accounts: readonly string[]
): Promise<Map<string, Set<string>>> => {
  const names = new Map(accounts.map((account) => [account, new Set([account])]));
  if (accounts.length === 0) return names;
  const chosen = accounts.slice(0, MOST_NAMES);
  const owners = {
    bool: {
      should: ['upn', 'emails', 'account_names'].map((field) => ({ terms: { [field]: chosen } })),
      minimum_should_match: 1,
    },
  };
  for await (const people of readPeople(es, owners))
    for (const person of people) {
      const all = namesOf(person);
      for (const name of all) for (const other of all) names.get(name)?.add(other);
    }
  return names;
};

/** One for each call and name. */
const toOperations = (
  targets: readonly Target[],
  names: ReadonlyMap<string, ReadonlySet<string>>
): object[] =>
  targets.flatMap(({ account, callId, changedAt }) =>
    [...(names.get(account) ?? [])].flatMap((name) => [
      { create: { _id: hashOf(callId, name) } },
      { vishing: { call: { id: callId }, target: { account: name, changed_at: changedAt } } },
    ])
  );

const ALREADY_THERE = 409;

const storeTargets = async (es: ElasticsearchClient, operations: object[]): Promise<number> => {
  if (operations.length === 0) return 0;
  const { items } = await es.bulk({ index: TARGETS_INDEX, operations, refresh: true });
  const refused = items.find(({ create }) => create?.error && create.status !== ALREADY_THERE);
  if (refused)
    throw new Error(`A target could not be stored: ${refused.create?.error?.reason ?? ''}`);
  return items.filter(({ create }) => create?.result === 'created').length;
};

const MOST_FORGOTTEN = 10_000;

const forgetOld = async (es: ElasticsearchClient, nowMs: number): Promise<void> => {
  const { hits } = await es.search({
    index: TARGETS_INDEX,
    size: MOST_FORGOTTEN,
    _source: false,
    query: {
      range: { 'vishing.target.changed_at': { lt: new Date(nowMs - KEPT_MS).toISOString() } },
    },
  });
  const operations = hits.hits.map(({ _id }) => ({ delete: { _id } }));
  if (operations.length > 0) await es.bulk({ index: TARGETS_INDEX, operations, refresh: true });
};

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/**
 * Keeps in `vishing-targets` whose accounts were changed during which call, under every name that the directory knows. For
 * fraud at the help desk the caller speaks with the agent, and the victim is the account that the agent resets; rules join
 * what that account does next over this index. Looks four hours back behind its last run, so that late events and late
 * records still find each other; doing it again changes nothing.
 * @returns how many were new
 * @throws VishingError `not_set_up`; any error of Elasticsearch, such as that of a person who may not read the logs
 */
export const markTargets = async (options: MarkOptions): Promise<number> => {
  const { es, nowMs } = options;
  await assertIndex(es, TARGETS_INDEX);
  const lastMs = await readLastRun(es);
  const earliestMs = nowMs - FIRST_MS;
  const fromMs = lastMs === undefined ? earliestMs : Math.max(lastMs - OVERLAP_MS, earliestMs);
  const targets = await findTargets(options, fromMs);
  const names = await readNames(es, [...new Set(targets.map(({ account }) => account))]);
  const created = await storeTargets(es, toOperations(targets, names));
  if (lastMs !== undefined && dayOf(lastMs) !== dayOf(nowMs)) await forgetOld(es, nowMs);
  await es.index({
    index: STATE_INDEX,
    id: STATE_ID,
    document: { last_run: new Date(nowMs).toISOString() },
  });
  return created;
};
