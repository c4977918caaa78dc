import type {
  FeaturePrivilege,
  KibanaFeatureConfig,
  SubFeaturePrivilege,
} from '../../../server/kibana';

/** Kibana's application name in Elasticsearch, for the default `kibana.index`. */
export const APPLICATION = 'kibana-.kibana';

/** What may be done with saved objects, as far as the stand-in has it. */
export type SavedObjectOperation = 'get' | 'find' | 'create' | 'update';
const READ_OBJECTS: readonly SavedObjectOperation[] = ['get', 'find'];
const CHANGE_OBJECTS: readonly SavedObjectOperation[] = [...READ_OBJECTS, 'create', 'update'];

export const LOGIN_ACTION = 'login:';
export const apiAction = (privilege: string): string => `api:${privilege}`;
export const uiAction = (feature: string, capability: string): string =>
  `ui:${feature}/${capability}`;
export const savedObjectAction = (type: string, operation: SavedObjectOperation): string =>
  `saved_object:${type}/${operation}`;
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
    ...privilege.savedObject.all.flatMap((type) =>
      CHANGE_OBJECTS.map((operation) => savedObjectAction(type, operation))
    ),
    ...privilege.savedObject.read.flatMap((type) =>
      READ_OBJECTS.map((operation) => savedObjectAction(type, operation))
    ),
    ...privilege.ui.map((capability) => uiAction(feature.id, capability)),
  ];
};

/** An application privilege as Elasticsearch stores it. */
export interface StoredPrivilege {
  readonly name: string;
  readonly actions: string[];
}

const subPrivileges = ({ subFeatures = [] }: KibanaFeatureConfig): SubFeaturePrivilege[] =>
  subFeatures.flatMap(({ privilegeGroups }) =>
    privilegeGroups.flatMap(({ privileges }) => privileges)
  );

const LEVELS = ['all', 'read'] as const;

/** What a level holds with the parts that are included in it. */
const wholeLevel = (feature: KibanaFeatureConfig, level: (typeof LEVELS)[number]): string[] => {
  const included = subPrivileges(feature).filter(
    ({ includeIn }) => includeIn === 'read' || includeIn === level
  );
  const parts = [feature.privileges[level], ...included];
  return [...new Set(parts.flatMap((part) => actionsOf(feature, part)))];
};

/**
 * The names that roles grant: `feature_<id>.all` and `.read`, the same without sub-features (`minimal_`), and each
 * sub-feature's own.
 */
export const privilegesOf = (features: readonly KibanaFeatureConfig[]): StoredPrivilege[] =>
  features.flatMap((feature) => [
    ...LEVELS.flatMap((level) => [
      { name: `feature_${feature.id}.${level}`, actions: wholeLevel(feature, level) },
      {
        name: `feature_${feature.id}.minimal_${level}`,
        actions: actionsOf(feature, feature.privileges[level]),
      },
    ]),
    ...subPrivileges(feature).map((part) => ({
      name: `feature_${feature.id}.${part.id}`,
      actions: actionsOf(feature, part),
    })),
  ]);

/** Every capability that any privilege of a feature gives. */
export const capabilitiesOf = (feature: KibanaFeatureConfig): string[] => [
  ...new Set(
    [feature.privileges.all, feature.privileges.read, ...subPrivileges(feature)].flatMap(
      ({ ui }) => ui
    )
  ),
];
