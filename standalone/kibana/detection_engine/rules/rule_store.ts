import { join } from 'node:path';
import { z } from 'zod';
import { openJsonFile } from '../../json_file';
import { storedRuleSchema, type Execution, type StoredRule } from './rule_schema';

/** How a request names a rule: by its own stable id, or by the id that Kibana gave it. */
export interface RuleKey {
  readonly id?: string;
  readonly rule_id?: string;
}

export interface RuleStore {
  all(): readonly StoredRule[];
  inSpace(spaceId: string): readonly StoredRule[];
  find(spaceId: string, key: RuleKey): StoredRule | undefined;
  put(rule: StoredRule): void;
  remove(id: string): void;
  /** Keeps how the last run went; a rule that was deleted meanwhile stays deleted. */
  putExecution(id: string, execution: Execution): void;
}

/** The rules of all spaces, in one file. */
export const openRuleStore = (dataDir: string): RuleStore => {
  const file = openJsonFile(join(dataDir, 'rules.json'), z.array(storedRuleSchema), []);
  const replace = (id: string, change: (rule: StoredRule) => StoredRule): void =>
    file.write(file.read().map((rule) => (rule.id === id ? change(rule) : rule)));
  const inSpace = (spaceId: string): readonly StoredRule[] =>
    file.read().filter((rule) => rule.spaceId === spaceId);
  return {
    all: () => file.read(),
    inSpace,
    find: (spaceId, key) =>
      inSpace(spaceId).find(({ id, fields }) =>
        key.id ? id === key.id : fields.rule_id === key.rule_id
      ),
    put: (rule) => {
      const known = file.read().some(({ id }) => id === rule.id);
      if (known) replace(rule.id, () => rule);
      else file.write([...file.read(), rule]);
    },
    remove: (id) => file.write(file.read().filter((rule) => rule.id !== id)),
    putExecution: (id, lastExecution) => replace(id, (rule) => ({ ...rule, lastExecution })),
  };
};
