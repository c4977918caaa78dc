import type { History } from 'history';
import type { Breadcrumb, CoreStart } from '../../../../public/kibana';
import type { Applications } from '../core/applications';
import type { ToastService } from '../core/chrome';
import type { SettingsService } from '../core/settings';
import type { Store } from '../core/store';
import type { InjectedMetadata } from '../metadata';

/** What the frame around the apps draws from. */
export interface PageServices {
  readonly metadata: InjectedMetadata;
  readonly history: History;
  readonly applications: Applications;
  readonly breadcrumbs: Store<readonly Breadcrumb[]>;
  readonly toastService: ToastService;
  readonly settings: SettingsService;
  readonly core: CoreStart;
}
