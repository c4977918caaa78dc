import { join } from 'node:path';
import { ContentError } from '../detection_content/content_error';
import { parseYaml } from '../detection_content/parse_yaml';
import { readFolder, type BrokenFile } from '../detection_content/read_folder';
import { signalSchema, type Signal } from './signal';

/**
 * Reads one signal.
 * @throws ContentError when the file is not what its schema says, or is not named after the signal's id
 */
export const parseSignal = (text: string, file: string): Signal => {
  const signal = parseYaml(text, file, signalSchema);
  if (file !== `${signal.id}.yml`) {
    throw new ContentError(file, `the file must be named ${signal.id}.yml, after the signal's id`);
  }
  return signal;
};

/** Every signal of `<contentDir>/signals`; a bad file does not hide the others. */
export const loadSignals = (contentDir: string): { signals: Signal[]; broken: BrokenFile[] } => {
  const { items, broken } = readFolder(join(contentDir, 'signals'), parseSignal);
  return { signals: items, broken };
};
