import type { KibanaFeatureConfig } from '../../../server/kibana';
import type { ElasticsearchAccess } from '../elasticsearch/clients';
import { APPLICATION, capabilitiesOf, LOGIN_ACTION, privilegesOf, uiAction } from './privileges';

/** What a person may see in the browser: feature id -> capability -> allowed. */
export type Capabilities = Record<string, Record<string, boolean>>;

export interface Authorization {
  /** Teaches Elasticsearch the features' privileges, so that roles can grant them. */
  registerPrivileges(): Promise<void>;
  /** Asks Elasticsearch, as the person, which of the actions they may do in a space. */
  allowed(authorization: string, spaceId: string, actions: readonly string[]): Promise<Set<string>>;
  capabilities(authorization: string, spaceId: string): Promise<Capabilities>;
}

const uiActions = (features: readonly KibanaFeatureConfig[]): Map<string, [string, string]> => {
  const pairs = features.flatMap((feature) => [
    ...capabilitiesOf(feature).map((ui): [string, string] => [feature.id, ui]),
    ...feature.app.map((name): [string, string] => ['navLinks', name]),
  ]);
  return new Map(pairs.map((pair) => [uiAction(...pair), pair]));
};

/** Kibana's role-based access: the answer is always Elasticsearch's, given for the person's own roles. */
export const createAuthorization = (
  es: ElasticsearchAccess,
  features: readonly KibanaFeatureConfig[]
): Authorization => {
  const allowed: Authorization['allowed'] = async (authorization, spaceId, actions) => {
    const resource = `space:${spaceId}`;
    const { application } = await es.as(authorization).security.hasPrivileges({
      application: [{ application: APPLICATION, resources: [resource], privileges: [...actions] }],
    });
    const granted = application[APPLICATION]?.[resource] ?? {};
    return new Set(actions.filter((action) => granted[action]));
  };
  return {
    allowed,
    registerPrivileges: async () => {
      const stored = privilegesOf(features).map(
        ({ name, actions }) =>
          [name, { application: APPLICATION, name, actions, metadata: {} }] as const
      );
      await es.asInternalUser.security.putPrivileges({
        privileges: { [APPLICATION]: Object.fromEntries(stored) },
      });
    },
    capabilities: async (authorization, spaceId) => {
      const wanted = uiActions(features);
      const granted = await allowed(authorization, spaceId, [LOGIN_ACTION, ...wanted.keys()]);
      const result: Capabilities = {};
      for (const [action, [feature, capability]] of wanted) {
        (result[feature] ??= {})[capability] = granted.has(action);
      }
      return result;
    },
  };
};
