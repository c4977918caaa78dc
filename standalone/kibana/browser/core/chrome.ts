import type { Breadcrumb, Chrome, ToastInput, Toasts } from '../../../../public/kibana';
import { createStore, type Store } from './store';

const PRODUCT = 'Elastic';
const TOAST_SECONDS = 8;

export interface ChromeService {
  readonly chrome: Chrome;
  readonly breadcrumbs: Store<readonly Breadcrumb[]>;
}

export const createChrome = (): ChromeService => {
  const breadcrumbs = createStore<readonly Breadcrumb[]>([]);
  return {
    breadcrumbs,
    chrome: {
      setBreadcrumbs: (next) => breadcrumbs.set(next),
      docTitle: {
        change: (title) => {
          document.title = [title, PRODUCT].flat().join(' - ');
        },
      },
    },
  };
};

export interface ShownToast {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly color: 'success' | 'warning' | 'danger';
  readonly toastLifeTimeMs: number;
}

export interface ToastService {
  readonly toasts: Toasts;
  readonly shown: Store<readonly ShownToast[]>;
  dismiss(id: string): void;
}

export const createToasts = (): ToastService => {
  const shown = createStore<readonly ShownToast[]>([]);
  let count = 0;
  const add =
    (color: ShownToast['color']) =>
    ({ title, text }: ToastInput): ShownToast => {
      count += 1;
      const toast = {
        id: `toast-${count}`,
        title,
        text,
        color,
        toastLifeTimeMs: TOAST_SECONDS * 1000,
      };
      shown.set([...shown.get(), toast]);
      return toast;
    };
  return {
    shown,
    dismiss: (id) => shown.set(shown.get().filter((toast) => toast.id !== id)),
    toasts: { addSuccess: add('success'), addWarning: add('warning'), addDanger: add('danger') },
  };
};
