import { z } from 'zod';
import { TUNING_TYPE } from '../../common/constants';
import { exceptionSchema } from '../../common/model/exception';
import { tuningChangeSchema, tuningSchema, UNTUNED, type Tuning } from '../../common/model/tuning';
import { VishingError } from '../errors';
import type { SavedObject, SavedObjectsClient } from '../kibana_saved_objects';

/** Older changes are forgotten: the object stays far below the size that Kibana takes. */
const MAX_CHANGES = 100;
/** More rules than this plugin will ever have. */
const MAX_RULES = 1000;

const storedSchema = z.object({
  tuning: tuningSchema,
  history: z.array(tuningChangeSchema),
  exceptions: z.array(exceptionSchema).default([]),
});

/** What a space changed of one rule. */
export interface StoredTuning extends z.infer<typeof storedSchema> {
  /** Names this state; a change must send it back. Absent before the first change. */
  readonly token?: string;
}

const NOTHING: StoredTuning = { tuning: UNTUNED, history: [], exceptions: [] };

/** What a rule is compiled with: values that it takes, and its exceptions. */
export const withExceptionsOf = (
  { exceptions }: Pick<StoredTuning, 'exceptions'>,
  tuning: Tuning
): Tuning => (exceptions.length > 0 ? { ...tuning, exceptions } : tuning);

const statusOf = (error: unknown): number | undefined => {
  const output = (error as { output?: { statusCode?: unknown } } | null)?.output;
  return typeof output?.statusCode === 'number' ? output.statusCode : undefined;
};

/** What another version of the plugin wrote, and this one cannot read, counts as no change: the shipped rule applies. */
const toStored = ({ attributes, version: token }: SavedObject<unknown>): StoredTuning => {
  const parsed = storedSchema.safeParse(attributes);
  return parsed.success ? { ...parsed.data, token } : { ...NOTHING, token };
};

const forbidden = (what: string): VishingError =>
  new VishingError(
    'forbidden',
    `You may not ${what} the tuning of rules in this space. An administrator can give your role the Kibana privilege "Voice phishing: All".`
  );

/** What the current space changed, by `rule_id`. @throws VishingError `forbidden` */
export const readAllTuning = async (
  client: SavedObjectsClient
): Promise<ReadonlyMap<string, StoredTuning>> => {
  try {
    const { saved_objects: objects } = await client.find<unknown>({
      type: TUNING_TYPE,
      perPage: MAX_RULES,
    });
    return new Map(objects.map((object) => [object.id, toStored(object)]));
  } catch (error) {
    throw statusOf(error) === 403 ? forbidden('see') : error;
  }
};

/** What the current space changed of one rule; nothing when it never did. @throws VishingError `forbidden` */
export const readTuning = async (
  client: SavedObjectsClient,
  ruleId: string
): Promise<StoredTuning> => {
  try {
    return toStored(await client.get<unknown>(TUNING_TYPE, ruleId));
  } catch (error) {
    const status = statusOf(error);
    if (status === 404) return NOTHING;
    throw status === 403 ? forbidden('see') : error;
  }
};

/** A change to save. */
export interface TuningRequest {
  readonly tuning: Tuning;
  /** Absent: as they were. */
  readonly exceptions?: StoredTuning['exceptions'];
  readonly note: string;
  /** Of the state that the person saw. */
  readonly token?: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/**
 * Saves a change and who made it, when and why.
 * @throws VishingError `conflict` when somebody else changed the rule since, `forbidden`
 */
export const saveTuning = async (
  client: SavedObjectsClient,
  ruleId: string,
  { tuning, exceptions, note, token, by, at }: TuningRequest
): Promise<StoredTuning> => {
  const conflict = new VishingError(
    'conflict',
    'Somebody else changed this rule while you were editing it. Reload the page to see that change, then make yours again.'
  );
  const present = await readTuning(client, ruleId);
  if (present.token !== token) throw conflict;
  const change = { at, by, note, before: present.tuning, after: tuning };
  const stored = {
    tuning,
    history: [change, ...present.history].slice(0, MAX_CHANGES),
    exceptions: exceptions ?? present.exceptions,
  };
  try {
    const { version } = await client.create(TUNING_TYPE, stored, {
      id: ruleId,
      ...(token === undefined ? {} : { overwrite: true, version: token }),
    });
    return { ...stored, token: version };
  } catch (error) {
    const status = statusOf(error);
    if (status === 409) throw conflict;
    throw status === 403 ? forbidden('change') : error;
  }
};
