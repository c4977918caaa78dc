import { z } from 'zod';
import { READ_PRIVILEGE } from '../constants';
import { valuesSchema } from '../model/tuning';
import { defineApi } from './define_api';
import { nothing, timeRangeShape } from './shared';

/** Nobody judges a rule by more; it bounds what one back-test may cost. */
export const BACKTEST_MAX_DAYS = 90;
/** Of one part of the range; a rule that finds more has to be made narrower before anybody can read its alerts. */
export const BACKTEST_MAX_ALERTS = 1000;

/** An alert that the rule would have raised. */
export const backtestAlertSchema = z.object({
  /** Equal for the same finding of two runs with different values; a hash that names nobody. */
  id: z.string(),
  /** ISO instant of the event; of a counting rule that of the last counted event. */
  original_time: z.string(),
  call_id: z.string().optional(),
  number: z.string().optional(),
  person: z.object({ id: z.string(), full_name: z.string().optional() }).optional(),
  host: z.string().optional(),
  /** What was counted or joined: an account, a mailbox or a number. */
  address: z.string().optional(),
  /** From the beginning of the call to the event. */
  gap_seconds: z.number().optional(),
  /** Of a counting rule. */
  count: z.number().optional(),
});
export type BacktestAlert = z.infer<typeof backtestAlertSchema>;

/** What chance is made of, in one part of the range. */
export const backtestRatesSchema = z.object({
  /** Events that the rule would link to a call. */
  events: z.number(),
  /** Calls that meet the rule's conditions on the call alone. */
  calls: z.number(),
});
export type BacktestRates = z.infer<typeof backtestRatesSchema>;

const ruleParams = z.strictObject({ rule_id: z.uuid() });

export const runBacktest = defineApi({
  method: 'post',
  path: '/internal/vishing/rules/{rule_id}/backtest',
  summary: 'The alerts that a rule with these values would have raised in a part of a range',
  privilege: READ_PRIVILEGE,
  params: ruleParams,
  query: nothing,
  body: z.strictObject({
    ...timeRangeShape,
    values: valuesSchema,
    /** Also count events and calls, for the estimate of chance. */
    with_rates: z.boolean().default(false),
    /**
     * Names what the server may remember for this person for some minutes, so that another question with other values reads
     * again only what depends on them. A new name reads everything again; absent: nothing is remembered.
     */
    memory: z.string().max(64).optional(),
  }),
  response: z.object({
    /** Oldest first. */
    alerts: z.array(backtestAlertSchema),
    /** True when there are more alerts than are shown, or when a limit of the search was reached. */
    truncated: z.boolean(),
    /** Absent when not asked for, and for a rule that joins no call to an event. */
    rates: backtestRatesSchema.optional(),
  }),
});

export const getBacktestGround = defineApi({
  method: 'post',
  path: '/internal/vishing/rules/{rule_id}/backtest/ground',
  summary:
    'What a back-test of a range stands on: complete or not, calls confirmed, people and days',
  privilege: READ_PRIVILEGE,
  personal: 'none',
  params: ruleParams,
  query: nothing,
  body: z.strictObject({ ...timeRangeShape, timezone: z.string().max(64) }),
  response: z.object({
    /** ISO instant of the oldest call that is kept; absent without calls. */
    oldest_call: z.string().optional(),
    /** Phone systems that stopped sending, and for how long. */
    silent: z.array(z.object({ source: z.string(), site: z.string(), hours: z.number() })),
    /** Phone systems whose records come later than rules wait for them; 95 % arrive within `seconds`. */
    late: z.array(z.object({ source: z.string(), site: z.string(), seconds: z.number() })),
    /** Data that the rule needs and that is not there in the range, by the names of the rule's file. */
    missing_data: z.array(z.string()),
    /**
     * Calls that people took for real: an alert of any of our rules was acknowledged, or closed for another reason than that
     * it was wrong, harmless or double.
     */
    confirmed_call_ids: z.array(z.string()),
    /** People with calls in the range. */
    callers: z.number(),
    /** Days of the range with calls. */
    days: z.number(),
  }),
});
export type BacktestGround = z.infer<typeof getBacktestGround.response>;
