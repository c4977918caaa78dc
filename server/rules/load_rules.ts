import { join } from 'node:path';
import { parseYaml } from '../detection_content/parse_yaml';
import { readFolder, type BrokenFile } from '../detection_content/read_folder';
import { expandCalls } from './expand_calls';
import { ruleSchema, type Rule } from './rule';

/** @throws ContentError when the file is not what its schema says */
export const parseRule = (text: string, file: string): Rule =>
  expandCalls({ ...parseYaml(text, file, ruleSchema), file });

/** Counting rules first: the others read their alerts. */
const byDependency = (a: Rule, b: Rule): number =>
  Number(b.building_block) - Number(a.building_block) || a.file.localeCompare(b.file);

/** Every rule of `<contentDir>/rules`, counting rules first; a bad file does not hide the others. */
export const loadRules = (contentDir: string): { rules: Rule[]; broken: BrokenFile[] } => {
  const { items, broken } = readFolder(join(contentDir, 'rules'), parseRule);
  return { rules: items.sort(byDependency), broken };
};
