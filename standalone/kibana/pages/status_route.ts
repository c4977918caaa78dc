import type { Server } from '@hapi/hapi';
import type { ElasticsearchAccess } from '../elasticsearch/clients';
import { unreachableSentence } from '../elasticsearch/errors';

/** `/api/status`, readable without a log-in: is everything up? */
export const registerStatusRoute = (
  server: Server,
  es: ElasticsearchAccess,
  kibanaVersion: string
): void => {
  server.route({
    method: 'GET',
    path: '/api/status',
    handler: async (_request, h) => {
      const available = await es.asInternalUser.ping().catch(() => false);
      const overall = available
        ? { level: 'available', summary: 'All services are available' }
        : { level: 'critical', summary: unreachableSentence(es.url) };
      return h
        .response({ version: { number: kibanaVersion }, status: { overall } })
        .code(available ? 200 : 503);
    },
  });
};
