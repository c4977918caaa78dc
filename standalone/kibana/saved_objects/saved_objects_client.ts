import type {
  SavedObject,
  SavedObjectsClient,
  SavedObjectsType,
} from '../../../server/kibana_saved_objects';
import { savedObjectAction, type SavedObjectOperation } from '../security/privileges';
import type { ObjectStore, StoredObject } from './object_store';

/** What Kibana throws: a Boom error, of which callers read `output.statusCode`. */
class SavedObjectError extends Error {
  readonly output: { readonly statusCode: number };

  constructor(statusCode: number, message: string) {
    super(message);
    this.name = 'SavedObjectError';
    this.output = { statusCode };
  }
}

export interface SavedObjectsScope {
  readonly store: ObjectStore;
  readonly types: readonly SavedObjectsType[];
  readonly spaceId: string;
  /** Whether the person may do these actions. */
  allowed(actions: readonly string[]): Promise<Set<string>>;
}

const versionOf = ({ revision }: StoredObject): string =>
  Buffer.from(JSON.stringify([revision, 1])).toString('base64');

/** @param object whose attributes have the caller's type, as in Kibana, which does not check it either */
const toSavedObject = <T>(object: StoredObject): SavedObject<T> => ({
  id: object.id,
  type: object.type,
  attributes: structuredClone(object.attributes) as T,
  version: versionOf(object),
});

/** The saved objects of one space, with the rights of one person. */
export const createSavedObjectsClient = ({
  store,
  types,
  spaceId,
  allowed,
}: SavedObjectsScope): SavedObjectsClient => {
  const require = async (type: string, operation: SavedObjectOperation): Promise<void> => {
    if (!types.some(({ name }) => name === type))
      throw new SavedObjectError(400, `Unsupported saved object type: '${type}'`);
    const action = savedObjectAction(type, operation);
    if (!(await allowed([action])).has(action))
      throw new SavedObjectError(403, `Unable to ${operation} ${type}`);
  };
  return {
    async get(type, id) {
      await require(type, 'get');
      const object = store.find(spaceId, type, id);
      if (!object) throw new SavedObjectError(404, `Saved object [${type}/${id}] not found`);
      return toSavedObject(object);
    },
    async create(type, attributes, { id, overwrite = false, version }) {
      await require(type, overwrite ? 'update' : 'create');
      const present = store.find(spaceId, type, id);
      const isStale = version !== undefined && (!present || versionOf(present) !== version);
      if ((present && !overwrite) || isStale)
        throw new SavedObjectError(409, `Saved object [${type}/${id}] conflict`);
      const revision = (present?.revision ?? 0) + 1;
      const object = { type, id, spaceId, attributes: structuredClone(attributes), revision };
      store.put(object);
      return toSavedObject(object);
    },
    async find({ type, perPage }) {
      await require(type, 'find');
      const found = store.ofType(spaceId, type);
      return { saved_objects: found.slice(0, perPage).map(toSavedObject), total: found.length } as {
        saved_objects: SavedObject<never>[];
        total: number;
      };
    },
  };
};
