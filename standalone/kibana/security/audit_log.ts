import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditService } from '../../../server/kibana';
import { identityOf, spaceOf } from '../http/identity';

/** One JSON object a line, as Kibana's own audit log is with `xpack.security.audit.enabled`. */
export const AUDIT_LOG_FILE = 'audit.log';

/** Appends to a file that only its owner can read: it tells who looked at whom. */
export const createAuditLog = (dataDir: string): AuditService => ({
  asScoped: (request) => ({
    log: (event) => {
      const user = identityOf(request)?.user;
      const line = {
        ...event,
        '@timestamp': new Date().toISOString(),
        user: user && { name: user.username, roles: user.roles },
        kibana: { space_id: spaceOf(request) },
        log: { level: 'INFO', logger: 'plugins.security.audit.ecs' },
      };
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      appendFileSync(join(dataDir, AUDIT_LOG_FILE), `${JSON.stringify(line)}\n`, { mode: 0o600 });
    },
  }),
});
