import { join } from 'node:path';
import { z } from 'zod';
import { openJsonFile } from '../json_file';

const objectSchema = z.object({
  type: z.string(),
  id: z.string(),
  spaceId: z.string(),
  attributes: z.unknown(),
  revision: z.number(),
});
export type StoredObject = z.infer<typeof objectSchema>;

export interface ObjectStore {
  ofType(spaceId: string, type: string): StoredObject[];
  find(spaceId: string, type: string, id: string): StoredObject | undefined;
  put(object: StoredObject): void;
}

/** Saved objects of all spaces, kept in one file, so that they survive restarts. */
export const openObjectStore = (dataDir: string): ObjectStore => {
  const file = openJsonFile(join(dataDir, 'saved_objects.json'), z.array(objectSchema), []);
  const ofType: ObjectStore['ofType'] = (spaceId, type) =>
    file.read().filter((object) => object.spaceId === spaceId && object.type === type);
  return {
    ofType,
    find: (spaceId, type, id) => ofType(spaceId, type).find((object) => object.id === id),
    put: (object) => {
      const { spaceId, type, id } = object;
      const others = file
        .read()
        .filter((other) => other.spaceId !== spaceId || other.type !== type || other.id !== id);
      file.write([...others, object]);
    },
  };
};
