import type { Client } from '@elastic/elasticsearch';
import { APPLICATION } from './privileges';

/** People to try the app with. `nobody` may log in and see nothing. */
export const DEMO_USERS = ['admin', 'engineer', 'analyst', 'privacy', 'nobody'] as const;
export type DemoUser = (typeof DEMO_USERS)[number];

const DATA = ['logs-*', 'vishing-*'];
const ALERTS = ['.alerts-security.alerts-*'];
const READ = ['read', 'view_index_metadata'];

interface DemoRole {
  readonly fullName: string;
  readonly cluster: readonly string[];
  readonly indices: readonly { readonly names: string[]; readonly privileges: string[] }[];
  /** Names of Kibana feature privileges. */
  readonly kibana: readonly string[];
}

/**
 * What each kind of person needs and no more. The admin installs templates, pipelines and indices and lends the resolver these
 * rights; the engineer tunes and edits rules, but may not install in Elasticsearch; the analyst reads and sets the status of alerts; `privacy` is
 * an analyst who sees numbers and names masked.
 */
const ROLES: Readonly<Record<DemoUser, DemoRole>> = {
  admin: {
    fullName: 'Ada Admin',
    cluster: ['monitor', 'manage_index_templates', 'manage_ingest_pipelines', 'manage_own_api_key'],
    indices: [
      { names: DATA, privileges: ['all'] },
      { names: ALERTS, privileges: ['read', 'write', 'view_index_metadata', 'maintenance'] },
    ],
    kibana: ['feature_vishing.all', 'feature_siem.all'],
  },
  engineer: {
    fullName: 'Enya Engineer',
    cluster: ['monitor', 'manage_own_api_key'],
    indices: [
      { names: DATA, privileges: READ },
      { names: ALERTS, privileges: ['read', 'write', 'view_index_metadata', 'maintenance'] },
    ],
    kibana: ['feature_vishing.all', 'feature_siem.all'],
  },
  analyst: {
    fullName: 'Ana Analyst',
    cluster: [],
    indices: [
      { names: DATA, privileges: READ },
      { names: ALERTS, privileges: ['read', 'write', 'view_index_metadata', 'maintenance'] },
    ],
    kibana: ['feature_vishing.read', 'feature_siem.read'],
  },
  privacy: {
    fullName: 'Pia Privacy',
    cluster: [],
    indices: [
      { names: DATA, privileges: READ },
      { names: ALERTS, privileges: ['read', 'write', 'view_index_metadata', 'maintenance'] },
    ],
    kibana: ['feature_vishing.minimal_read', 'feature_siem.read'],
  },
  nobody: { fullName: 'Nora Nobody', cluster: [], indices: [], kibana: [] },
};

const roleName = (user: DemoUser): string => `vishing_demo_${user}`;

const createUser = async (es: Client, user: DemoUser, password: string): Promise<void> => {
  const { fullName, cluster, indices, kibana } = ROLES[user];
  await es.security.putRole({
    name: roleName(user),
    cluster: [...cluster],
    indices: indices.map(({ names, privileges }) => ({ names, privileges })),
    applications:
      kibana.length === 0
        ? []
        : [{ application: APPLICATION, privileges: [...kibana], resources: ['*'] }],
  });
  await es.security.putUser({
    username: user,
    password,
    full_name: fullName,
    email: `${user}@example.com`,
    roles: [roleName(user)],
  });
};

/**
 * Makes the demo users and their roles, or brings them back to this state. For a cluster of one's own only.
 * @param es a client that may manage security
 * @throws the client's error when Elasticsearch refuses
 */
export const createDemoUsers = async (
  es: Client,
  passwords: Readonly<Record<DemoUser, string>>
): Promise<void> => {
  for (const user of DEMO_USERS) await createUser(es, user, passwords[user]);
};
