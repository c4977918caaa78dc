/** What a test decides before the page is loaded; it reaches the page as `window.vishingHarness`. */
export interface HarnessSettings {
  readonly theme: 'light' | 'dark';
  /** `dateFormat:tz` of Kibana. */
  readonly zone: string;
  readonly capabilities: Readonly<Record<string, boolean>>;
}

declare global {
  interface Window {
    vishingHarness: HarnessSettings;
  }
}
