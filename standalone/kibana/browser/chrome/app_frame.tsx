import { EuiEmptyPrompt, EuiLoadingSpinner } from '@elastic/eui';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { App } from '../../../../public/kibana';
import { createScopedHistory } from '../core/scoped_history';
import { DISCOVER_ROUTE } from '../core/share';
import { DiscoverPage } from './discover_page';
import type { PageServices } from './services';

type MountState =
  { readonly kind: 'loading' | 'mounted' } | { readonly kind: 'failed'; readonly message: string };

const MountedApp = (props: {
  readonly app: App;
  readonly services: PageServices;
}): ReactElement => {
  const { app, services } = props;
  const element = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<MountState>({ kind: 'loading' });
  useEffect(() => {
    let left = false;
    let unmount: (() => void) | undefined;
    const mount = async (target: HTMLElement): Promise<void> => {
      const history = createScopedHistory(services.history, app.appRoute);
      const undo = await app.mount({ element: target, history });
      if (left) return undo();
      unmount = undo;
      setState({ kind: 'mounted' });
    };
    if (element.current) {
      mount(element.current).catch((error: unknown) =>
        setState({
          kind: 'failed',
          message: error instanceof Error ? error.message : String(error),
        })
      );
    }
    return () => {
      left = true;
      unmount?.();
      services.core.chrome.setBreadcrumbs([]);
    };
  }, [app, services]);
  return (
    <>
      {state.kind === 'loading' && (
        <EuiEmptyPrompt
          icon={<EuiLoadingSpinner size="xl" />}
          title={<h1>Loading {app.title}</h1>}
        />
      )}
      {state.kind === 'failed' && (
        <EuiEmptyPrompt
          color="danger"
          iconType="error"
          title={<h1>{app.title} did not load</h1>}
          body={<p>{state.message}</p>}
        />
      )}
      <div
        ref={element}
        className="kbnAppWrapper"
        style={{ display: 'flex', flexDirection: 'column', flexGrow: 1 }}
      />
    </>
  );
};

const NotFound = ({ pathname }: { readonly pathname: string }): ReactElement => {
  const isSecurity = pathname.startsWith('/app/security');
  return (
    <EuiEmptyPrompt
      iconType="logoSecurity"
      title={<h1>{isSecurity ? 'This stand-in has no Security app' : 'Application not found'}</h1>}
      body={
        <p>
          {isSecurity
            ? 'In a real Kibana this address opens Elastic Security.'
            : 'No application is at this address, or you may not see it. Choose one in the menu.'}
        </p>
      }
      data-test-subj="appNotFoundPageContent"
    />
  );
};

/** Mounts the app of the address, and takes it away when the address leaves it. */
export const AppFrame = (props: {
  readonly services: PageServices;
  readonly pathname: string;
}): ReactElement => {
  const { services, pathname } = props;
  const app = services.applications.find(pathname);
  const content = (): ReactElement => {
    if (app) return <MountedApp key={app.id} app={app} services={services} />;
    if (pathname.startsWith(DISCOVER_ROUTE))
      return <DiscoverPage search={services.history.location.search} />;
    return <NotFound pathname={pathname} />;
  };
  return (
    <div
      id="app"
      tabIndex={-1}
      style={{
        display: 'flex',
        flexDirection: 'column',
        boxSizing: 'border-box',
        minHeight: '100vh',
        paddingBlockStart: 'var(--euiFixedHeadersOffset, 48px)',
      }}
    >
      {content()}
    </div>
  );
};
