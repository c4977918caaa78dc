/**
 * The slice of Kibana's browser contract that this plugin uses: types only, nothing is imported from Kibana.
 * Sources: elastic/kibana 9.x, `src/core/packages/{application,lifecycle,http,chrome,notifications,rendering}/browser`
 * and the `share` plugin. The stand-in implements exactly this.
 */
import type { History } from 'history';
import type { ReactElement } from 'react';

export interface AppCategory {
  readonly id: string;
  readonly label: string;
  readonly order?: number;
  readonly euiIconType?: string;
}

export interface AppMountParameters {
  readonly element: HTMLElement;
  /** Paths are relative to the app's own route (`/app/vishing`). */
  readonly history: History;
}

export interface AppDeepLink {
  readonly id: string;
  readonly title: string;
  readonly path: string;
}

export interface App {
  readonly id: string;
  readonly title: string;
  readonly category: AppCategory;
  readonly euiIconType?: string;
  readonly order?: number;
  readonly appRoute: string;
  readonly deepLinks?: readonly AppDeepLink[];
  mount(params: AppMountParameters): Promise<() => void>;
}

export interface HttpFetchOptions {
  readonly query?: Readonly<Record<string, string | number | boolean | string[] | undefined>>;
  /** Already serialised JSON. */
  readonly body?: string | FormData | Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly version?: string;
  readonly signal?: AbortSignal;
}

/** What a failed `http` call throws. */
export interface HttpFetchError extends Error {
  readonly response?: Response;
  readonly body?: unknown;
}

export interface HttpStart {
  fetch<T>(path: string, options: HttpFetchOptions & { readonly method: string }): Promise<T>;
  readonly basePath: { prepend(path: string): string; get(): string };
}

export interface Breadcrumb {
  readonly text: string;
  readonly href?: string;
  readonly onClick?: (event: { preventDefault(): void }) => void;
}

export interface Chrome {
  setBreadcrumbs(breadcrumbs: Breadcrumb[]): void;
  readonly docTitle: { change(title: string | string[]): void };
}

export interface ToastInput {
  readonly title: string;
  readonly text?: string;
}

export interface Toasts {
  addSuccess(toast: ToastInput): unknown;
  addWarning(toast: ToastInput): unknown;
  addDanger(toast: ToastInput): unknown;
}

export interface ApplicationStart {
  readonly capabilities: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  getUrlForApp(appId: string, options?: { path?: string; absolute?: boolean }): string;
  navigateToApp(appId: string, options?: { path?: string; replace?: boolean }): Promise<void>;
  navigateToUrl(url: string): Promise<void>;
}

export interface UiSettings {
  /** Such as `dateFormat:tz` (a zone name or `Browser`) and `dateFormat`. */
  get<T>(key: string, fallback?: T): T;
}

export interface CoreStart {
  readonly application: ApplicationStart;
  readonly http: HttpStart;
  readonly chrome: Chrome;
  readonly notifications: { readonly toasts: Toasts };
  readonly settings: { readonly client: UiSettings };
  /** Wraps a tree in Kibana's theme, translations and error boundary. */
  readonly rendering: { addContext(element: ReactElement): ReactElement };
}

export interface CoreSetup {
  readonly application: { register(app: App): void };
  getStartServices(): Promise<[CoreStart, PluginsStart, unknown]>;
}

export interface Locator {
  getRedirectUrl(params: Readonly<Record<string, unknown>>): string;
}

export interface PluginsStart {
  readonly share?: {
    readonly url: { readonly locators: { get(id: string): Locator | undefined } };
  };
}

export interface PluginInitializerContext {
  readonly env: { readonly packageInfo: { readonly version: string } };
}

/** Kibana's loader: `define` must stay the only thing that runs when the bundle is loaded. */
export interface KbnBundles {
  define(key: string, bundleRequire: (key: string) => unknown, bundleModuleKey: string): void;
  get(key: string): unknown;
}

declare global {
  interface Window {
    __kbnBundles__: KbnBundles;
    __kbnPublicPath__: Record<string, string | undefined>;
  }
}
