import { EuiSideNav } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { useAppLink } from '../shared/app_link';
import { APP_TITLE, MENU_LABEL, SECTIONS } from './navigation';

/** The solution's side navigation: sections with real links. */
export const SideNavigation = (): ReactElement => {
  const { pathname } = useLocation();
  const link = useAppLink();
  const [isOpenOnMobile, setOpenOnMobile] = useState(false);
  return (
    <EuiSideNav
      aria-label={MENU_LABEL}
      heading={APP_TITLE}
      headingProps={{ element: 'h2', size: 'xs' }}
      mobileTitle={APP_TITLE}
      isOpenOnMobile={isOpenOnMobile}
      toggleOpenOnMobile={() => setOpenOnMobile((isOpen) => !isOpen)}
      items={SECTIONS.map((section) => ({
        id: section.id,
        name: section.label,
        items: section.pages.map((page) => ({
          id: page.id,
          name: page.label,
          isSelected: page.matches(pathname),
          'data-test-subj': `sideNavLink-${page.id}`,
          ...link({ pathname: page.pathname }),
        })),
      }))}
    />
  );
};
