import type { HttpStart, UiSettings } from '../../../../public/kibana';
import { SETTINGS_PATH, type PersonalSettings } from '../metadata';
import { createStore, type Store } from './store';

export interface SettingsService {
  readonly client: UiSettings;
  readonly values: Store<PersonalSettings>;
  /** Keeps the change on the server, so that it holds in every browser of this person. */
  change(change: Partial<PersonalSettings>): Promise<void>;
}

const FIXED: Readonly<Record<string, unknown>> = { dateFormat: 'MMM D, YYYY @ HH:mm:ss.SSS' };

export const createSettings = (initial: PersonalSettings, http: HttpStart): SettingsService => {
  const values = createStore(initial);
  return {
    values,
    client: {
      get: <T>(key: string, fallback?: T): T => {
        const all: Record<string, unknown> = { ...FIXED, ...values.get() };
        return (key in all ? all[key] : fallback) as T;
      },
    },
    change: async (change) => {
      const next = { ...values.get(), ...change };
      await http.fetch(SETTINGS_PATH, { method: 'PUT', body: JSON.stringify(next), version: '1' });
      values.set(next);
    },
  };
};
