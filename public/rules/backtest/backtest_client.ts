import type { z } from 'zod';
import { runBacktest } from '../../../common/api/backtest';
import type { TunedValues } from '../../../common/model/tuning';
import { callApi } from '../../api/call_api';
import type { HttpStart } from '../../kibana';
import type { AbsoluteRange } from '../../shared/url/time_range';

export type PartResult = z.infer<typeof runBacktest.response>;

interface Question {
  readonly values: TunedValues;
  readonly part: AbsoluteRange;
  readonly signal: AbortSignal;
  /** Also counts what chance is made of, which takes two searches more. */
  readonly withRates: boolean;
}

/** Runs parts of back-tests of one rule, and remembers every answer, so that only what is new is asked for. */
export interface BacktestClient {
  run(question: Question): Promise<PartResult>;
  /** Asks for everything again from now on. */
  forget(): void;
}

/** Answers that are kept; a back-test of 90 days with a sweep has fewer. */
const MOST_ANSWERS = 400;

/** Values in one order, whoever wrote them. */
const keyOf = (values: TunedValues): string =>
  JSON.stringify(Object.entries(values).sort(([a], [b]) => a.localeCompare(b)));

export const sameValues = (a: TunedValues, b: TunedValues): boolean => keyOf(a) === keyOf(b);

/** A name that nobody else uses, for what the server remembers for this page. */
const newMemory = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

const createBacktestClient = (http: HttpStart, ruleId: string): BacktestClient => {
  const answers = new Map<string, { result: PartResult; withRates: boolean }>();
  let memory = newMemory();
  return {
    forget: () => {
      answers.clear();
      memory = newMemory();
    },
    run: async ({ values, part, signal, withRates }) => {
      const key = `${part.from} ${part.to} ${keyOf(values)}`;
      const known = answers.get(key);
      if (known && (known.withRates || !withRates)) return known.result;
      const result = await callApi(http, runBacktest, {
        params: { rule_id: ruleId },
        body: { values, from: part.from, to: part.to, with_rates: withRates, memory },
        signal,
      });
      answers.set(key, { result, withRates });
      const [oldest] = answers.keys();
      if (answers.size > MOST_ANSWERS && oldest !== undefined) answers.delete(oldest);
      return result;
    },
  };
};

const clients = new WeakMap<HttpStart, Map<string, BacktestClient>>();

/** The client of a rule; the same one when its page is left and opened again. */
export const backtestClientOf = (http: HttpStart, ruleId: string): BacktestClient => {
  const ofRules = clients.get(http) ?? new Map<string, BacktestClient>();
  clients.set(http, ofRules);
  const client = ofRules.get(ruleId) ?? createBacktestClient(http, ruleId);
  ofRules.set(ruleId, client);
  return client;
};
