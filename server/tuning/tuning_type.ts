import { TUNING_TYPE } from '../../common/constants';
import type { SavedObjectsType } from '../kibana_saved_objects';

/** What a space changed of a rule, with the history; the id is the rule's `rule_id`. Nothing of it is searched. */
export const tuningType: SavedObjectsType = {
  name: TUNING_TYPE,
  hidden: false,
  namespaceType: 'multiple-isolated',
  mappings: { dynamic: false, properties: {} },
  modelVersions: { 1: { changes: [] } },
};
