import type { RuleDetails, RuleEntry } from '../../../common/api/rules';
import { UNTUNED, type TuningChange } from '../../../common/model/tuning';
import { findRule, toDetails, toEntries } from '../../../server/tuning/rule_entry';
import { knowledgeOf } from '../../../server/knowledge';
import { content } from '../../content/shipped_content';

/** "External call, then a remote access tool started". */
export const RULE_ID = '1562690c-ad16-496e-9a3e-57ff8faa4df1';

const shelf = knowledgeOf(content, 'default');

/** The rules that the plugin really ships. */
export const shippedEntries = (): RuleEntry[] => toEntries(shelf, new Map());

export const CHANGE: TuningChange = {
  ...{ at: '2025-01-01T09:00:00.000Z', by: 'engineer', note: 'our calls are long' },
  before: UNTUNED,
  after: { values: { time_window: '45m' }, settings: {} },
};

/** The rule as a space tuned it. */
export const detailsOf = (
  values: RuleDetails['tuning']['values'],
  history: TuningChange[] = []
): RuleDetails =>
  toDetails(shelf, findRule(shelf, RULE_ID), {
    ...{ tuning: { values, settings: {} }, history, exceptions: [] },
    token: 'token',
  });
