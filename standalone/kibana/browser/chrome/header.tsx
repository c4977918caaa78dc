import { EuiHeader, EuiHeaderBreadcrumbs, EuiHeaderLogo } from '@elastic/eui';
import { useState, type MouseEvent, type ReactElement } from 'react';
import type { Breadcrumb } from '../../../../public/kibana';
import { useStore } from '../core/store';
import { MainMenu } from './main_menu';
import type { PageServices } from './services';
import { UserMenu } from './user_menu';

const toEuiBreadcrumb = ({ text, href, onClick }: Breadcrumb) => ({
  text,
  href,
  ...(onClick ? { onClick: (event: MouseEvent) => onClick(event) } : {}),
});

/** The bar at the top: menu, where one is, and who one is. */
export const PageHeader = ({ services }: { readonly services: PageServices }): ReactElement => {
  const breadcrumbs = useStore(services.breadcrumbs);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const home = `${services.metadata.basePath}/`;
  return (
    <EuiHeader
      position="fixed"
      aria-label="Kibana"
      data-test-subj="headerGlobalNav"
      sections={[
        {
          items: [
            <MainMenu key="menu" services={services} isOpen={isMenuOpen} setOpen={setMenuOpen} />,
            <EuiHeaderLogo key="logo" iconType="logoElastic" href={home} aria-label="Home" />,
            <EuiHeaderBreadcrumbs
              key="breadcrumbs"
              aria-label="Breadcrumbs"
              breadcrumbs={breadcrumbs.map(toEuiBreadcrumb)}
              data-test-subj="breadcrumbs"
            />,
          ],
        },
        { items: [<UserMenu key="user" services={services} />] },
      ]}
    />
  );
};
