import {
  EuiCollapsibleNav,
  EuiCollapsibleNavGroup,
  EuiHeaderSectionItemButton,
  EuiIcon,
  EuiListGroup,
  type EuiListGroupItemProps,
} from '@elastic/eui';
import type { MouseEvent, ReactElement } from 'react';
import type { App } from '../../../../public/kibana';
import { useStore } from '../core/store';
import type { PageServices } from './services';

interface MenuLink {
  readonly label: string;
  readonly path: string;
}

/** Clicks that open a new tab or window are the browser's own business. */
const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

const linksOf = (app: App): MenuLink[] => [
  { label: app.title, path: '' },
  ...(app.deepLinks ?? []).map(({ title, path }) => ({ label: `${app.title}: ${title}`, path })),
];

/** The menu of all apps by category, like Kibana's classic navigation. */
export const MainMenu = (props: {
  readonly services: PageServices;
  readonly isOpen: boolean;
  readonly setOpen: (open: boolean) => void;
}): ReactElement => {
  const { services, isOpen, setOpen } = props;
  const { application } = services.core;
  const apps = useStore(services.applications.apps);
  const toItem = (app: App, { label, path }: MenuLink): EuiListGroupItemProps => ({
    label,
    size: 's',
    href: application.getUrlForApp(app.id, { path }),
    onClick: (event: MouseEvent) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      setOpen(false);
      void application.navigateToApp(app.id, { path });
    },
  });
  const categories = [...new Set(apps.map(({ category }) => category.label))];
  return (
    <EuiCollapsibleNav
      id="mainMenu"
      aria-label="Main menu"
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      button={
        <EuiHeaderSectionItemButton
          aria-label="Main menu"
          aria-expanded={isOpen}
          aria-controls="mainMenu"
          onClick={() => setOpen(!isOpen)}
          data-test-subj="toggleNavButton"
        >
          <EuiIcon type="menu" size="m" aria-hidden />
        </EuiHeaderSectionItemButton>
      }
    >
      {categories.map((category) => (
        <EuiCollapsibleNavGroup key={category} title={category} iconType="logoSecurity">
          <EuiListGroup
            gutterSize="none"
            listItems={apps
              .filter((app) => app.category.label === category)
              .flatMap((app) => linksOf(app).map((link) => toItem(app, link)))}
          />
        </EuiCollapsibleNavGroup>
      ))}
    </EuiCollapsibleNav>
  );
};
