import type { ReactElement } from 'react';
import { AppLink } from '../shared/app_link';

/** A person's name, as a link to the person's page. */
export const PersonLink = ({ id, name }: { id: string; name: string }): ReactElement => (
  <AppLink to={{ pathname: `/people/${encodeURIComponent(id)}` }} data-test-subj={`person-${id}`}>
    {name}
  </AppLink>
);
