import type { FeaturePrivilege, KibanaFeatureConfig } from '../../../server/kibana';

/** Kibana's application name in Elasticsearch, for the default `kibana.index`. */
export const APPLICATION = 'kibana-.kibana';

export const LOGIN_ACTION = 'login:';
export const apiAction = (privilege: string): string => `api:${privilege}`;
export const uiAction = (feature: string, capability: string): string =>
  `ui:${feature}/${capability}`;
export const appAction = (app: string): string => `app:${app}`;

/** The actions that a feature privilege allows. Source: the `security` plugin's feature privilege builders. */
export const actionsOf = (feature: KibanaFeatureConfig, privilege: FeaturePrivilege): string[] => {
  const apps = privilege.app ?? feature.app;
  const catalogue = privilege.catalogue ?? feature.catalogue ?? [];
  return [
    LOGIN_ACTION,
    ...(privilege.api ?? []).map(apiAction),
    ...apps.flatMap((app) => [appAction(app), uiAction('navLinks', app)]),
    ...catalogue.map((entry) => uiAction('catalogue', entry)),
    ...privilege.ui.map((capability) => uiAction(feature.id, capability)),
  ];
};

/** An application privilege as Elasticsearch stores it. */
export interface StoredPrivilege {
  readonly name: string;
  readonly actions: string[];
}

/** `feature_<id>.all` and `feature_<id>.read` of every feature: the names that roles grant. */
export const privilegesOf = (features: readonly KibanaFeatureConfig[]): StoredPrivilege[] =>
  features.flatMap((feature) =>
    (['all', 'read'] as const).map((level) => ({
      name: `feature_${feature.id}.${level}`,
      actions: actionsOf(feature, feature.privileges[level]),
    }))
  );
