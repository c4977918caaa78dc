import { z } from 'zod';
import type { Router } from '../../../../server/kibana';
import { RULES_READ } from '../../security/siem_feature';
import { alertsAlias } from '../alerts/alert_index';
import { definePublicRoute } from './define_public_route';

/** What the person may do with rules and alerts, as Elastic Security asks at its start. */
export const registerPrivilegesRoute = (router: Router): void => {
  definePublicRoute(
    router,
    {
      method: 'get',
      path: '/api/detection_engine/privileges',
      privileges: [RULES_READ],
      query: z.object({}),
      body: z.object({}),
    },
    async ({ by, es }) => ({
      ...(await es.asCurrentUser.security.hasPrivileges({
        cluster: ['manage_own_api_key', 'manage_index_templates', 'monitor'],
        index: [
          {
            names: [alertsAlias(by.spaceId)],
            privileges: ['read', 'write', 'view_index_metadata', 'maintenance', 'manage'],
          },
        ],
      })),
      is_authenticated: true,
      has_encryption_key: true,
    })
  );
};
