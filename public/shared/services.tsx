import { createContext, useContext, type ReactElement, type ReactNode } from 'react';
import type { CoreStart, PluginsStart } from '../kibana';

/** What every page may use. */
export interface Services {
  readonly core: CoreStart;
  readonly plugins: PluginsStart;
  /** IANA zone in which times are shown. */
  readonly zone: string;
  readonly canRead: boolean;
  readonly canManage: boolean;
  /** Without it numbers and names are masked, and pages of persons and numbers are refused. */
  readonly canSeePersonal: boolean;
}

const ServicesContext = createContext<Services | undefined>(undefined);

export const ServicesProvider = ({
  services,
  children,
}: {
  services: Services;
  children: ReactNode;
}): ReactElement => (
  <ServicesContext.Provider value={services}>{children}</ServicesContext.Provider>
);

/** @throws when it is used outside of the app, which is a mistake in the code */
export const useServices = (): Services => {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices needs a ServicesProvider above it');
  return services;
};
