import { RULE_TAG } from '../constants';
import { DetectionEngineError, toDetectionEngineError } from './detection_engine_error';
import type { DetectionEngineClient, HttpRequest, InstalledRule, SendRequest } from './client';

const RULES = '/api/detection_engine/rules';
const BULK_ACTION = `${RULES}/_bulk_action`;
const ALERT_STATUS = '/api/detection_engine/signals/status';

/** Rules of one answer of `_find`. */
const PAGE_SIZE = 100;
/** Stops a server that never reaches its own total. */
const MAX_PAGES = 50;
/** Alerts of one status change. */
const STATUS_BATCH = 1000;

interface FindAnswer {
  readonly total: number;
  readonly data: readonly InstalledRule[];
}

/**
 * The Detection Engine over any transport: Core's self client on the server, `core.http` in the browser.
 * Source of paths and bodies: Kibana's public API, version 2023-10-31.
 * Every method throws DetectionEngineError with the HTTP status and advice.
 */
export const createDetectionEngineClient = (send: SendRequest): DetectionEngineClient => {
  const request = async <T>(options: HttpRequest): Promise<T> => {
    try {
      return await send<T>(options);
    } catch (error) {
      throw toDetectionEngineError(error);
    }
  };

  const findPage = (page: number): Promise<FindAnswer> =>
    request({
      method: 'GET',
      path: `${RULES}/_find`,
      query: {
        filter: `alert.attributes.tags: "${RULE_TAG}"`,
        sort_field: 'name',
        sort_order: 'asc',
        page: String(page),
        per_page: String(PAGE_SIZE),
      },
    });

  return {
    async findOurRules() {
      const found = new Map<string, InstalledRule>();
      for (let page = 1; page <= MAX_PAGES; page += 1) {
        const { data, total } = await findPage(page);
        for (const rule of data) found.set(rule.id, rule);
        if (data.length === 0 || page * PAGE_SIZE >= total) return [...found.values()];
      }
      throw new DetectionEngineError(
        0,
        `Kibana lists more than ${MAX_PAGES * PAGE_SIZE} rules with the tag "${RULE_TAG}". Remove the tag from rules that are not ours.`
      );
    },

    createRule: (rule) => request({ method: 'POST', path: RULES, body: rule }),

    updateRule: (rule) => request({ method: 'PUT', path: RULES, body: rule }),

    async setEnabled(ids, enabled) {
      if (ids.length === 0) return;
      await request({
        method: 'POST',
        path: BULK_ACTION,
        body: { action: enabled ? 'enable' : 'disable', ids },
      });
    },

    async setAlertStatus(alertIds, status, reason) {
      for (let start = 0; start < alertIds.length; start += STATUS_BATCH) {
        const ids = alertIds.slice(start, start + STATUS_BATCH);
        await request({
          method: 'POST',
          path: ALERT_STATUS,
          body: { signal_ids: ids, status, ...(reason === undefined ? {} : { reason }) },
        });
      }
    },
  };
};
