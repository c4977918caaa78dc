import { join } from 'node:path';
import { z } from 'zod';
import { COLOR_MODES, DEFAULT_SETTINGS, type PersonalSettings } from '../browser/metadata';
import { openJsonFile } from '../json_file';

const isZone = (name: string): boolean => {
  if (name === 'Browser') return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

export const settingsSchema = z.strictObject({
  theme: z.enum(COLOR_MODES),
  'dateFormat:tz': z.string().max(64).refine(isZone, 'An IANA time zone or Browser is needed.'),
});

export interface SettingsStore {
  of(username: string): PersonalSettings;
  put(username: string, settings: PersonalSettings): void;
}

/** What each person chose in the user menu. */
export const openSettingsStore = (dataDir: string): SettingsStore => {
  const path = join(dataDir, 'settings.json');
  const file = openJsonFile(path, z.record(z.string(), settingsSchema), {});
  return {
    of: (username) => file.read()[username] ?? DEFAULT_SETTINGS,
    put: (username, settings) => file.write({ ...file.read(), [username]: settings }),
  };
};
