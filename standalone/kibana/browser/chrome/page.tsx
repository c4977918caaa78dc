import { EuiGlobalToastList, EuiSkipLink } from '@elastic/eui';
import type { History, Location } from 'history';
import { useEffect, useState, type ReactElement } from 'react';
import { useStore } from '../core/store';
import { AppFrame } from './app_frame';
import { PageHeader } from './header';
import type { PageServices } from './services';

const useLocation = (history: History): Location => {
  const [location, setLocation] = useState(history.location);
  useEffect(() => history.listen((next) => setLocation(next)), [history]);
  return location;
};

/** The frame around every app: header, navigation, messages. */
export const Page = ({ services }: { readonly services: PageServices }): ReactElement => {
  const { pathname } = useLocation(services.history);
  const toasts = useStore(services.toastService.shown);
  return (
    <>
      <EuiSkipLink destinationId="app" position="fixed" overrideLinkBehavior>
        Skip to the page
      </EuiSkipLink>
      <PageHeader services={services} />
      <AppFrame services={services} pathname={pathname} />
      <EuiGlobalToastList
        toasts={[...toasts]}
        dismissToast={({ id }) => services.toastService.dismiss(id)}
        toastLifeTimeMs={8000}
      />
    </>
  );
};
