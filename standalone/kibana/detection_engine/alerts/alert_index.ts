import type { ElasticsearchClient } from '../../../../server/kibana';
import { statusOf } from '../../elasticsearch/errors';
import { alertIndexBody } from './alert_mapping';

/** The alias under which everybody reads and writes alerts. */
export const alertsAlias = (spaceId: string): string => `.alerts-security.alerts-${spaceId}`;

const backingIndex = (spaceId: string): string =>
  `.internal.alerts-security.alerts-${spaceId}-000001`;

/** Makes the alerts index of a space unless it is there. Kibana's own user owns it. */
export const ensureAlertIndex = async (es: ElasticsearchClient, spaceId: string): Promise<void> => {
  const alias = alertsAlias(spaceId);
  if (await es.indices.existsAlias({ name: alias })) return;
  try {
    await es.indices.create({ index: backingIndex(spaceId), ...alertIndexBody(alias) });
  } catch (error) {
    // Somebody else made it between the question and the request.
    if (statusOf(error) !== 400 || !(await es.indices.existsAlias({ name: alias }))) throw error;
  }
};
