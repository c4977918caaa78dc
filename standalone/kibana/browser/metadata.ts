import type { Capabilities } from '../security/authorization';

/** What the server tells the page, in the attribute of one element: the security policy allows no inline script. */
export interface InjectedMetadata {
  readonly kibanaVersion: string;
  /** Prefix of every address in this space, such as `/s/sales`; empty in the default space. */
  readonly basePath: string;
  readonly spaceId: string;
  readonly user: { readonly username: string; readonly fullName?: string };
  readonly capabilities: Capabilities;
  readonly settings: PersonalSettings;
  readonly pluginIds: readonly string[];
}

export const COLOR_MODES = ['light', 'dark', 'system'] as const;
export type ColorMode = (typeof COLOR_MODES)[number];

/** Chosen by each person in the user menu. */
export interface PersonalSettings {
  readonly theme: ColorMode;
  /** IANA zone or `Browser`. */
  readonly 'dateFormat:tz': string;
}

export const DEFAULT_SETTINGS: PersonalSettings = { theme: 'system', 'dateFormat:tz': 'Browser' };

export const METADATA_ELEMENT = 'kbn-injected-metadata';
export const SETTINGS_PATH = '/internal/standalone/settings';
