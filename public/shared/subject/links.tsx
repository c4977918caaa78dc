import type { ReactElement } from 'react';
import { AppLink } from '../app_link';
import { useServices } from '../services';
import { numberPath, personPath } from './paths';

/** A number as a link to its page; plain text when it is not in international form, or its page is refused. */
export const NumberLink = ({
  number,
  text,
}: {
  number: string | undefined;
  text: string;
}): ReactElement => {
  const { canSeePersonal } = useServices();
  const to = numberPath(number);
  if (!to || !canSeePersonal) return <>{text}</>;
  return (
    <AppLink to={to} data-test-subj={`numberLink-${number}`}>
      {text}
    </AppLink>
  );
};

/** A person as a link to the page of the person; plain text for somebody whom the directory does not know, or whose page is
 * refused. */
export const PersonLink = ({
  id,
  text,
}: {
  id: string | undefined;
  text: string;
}): ReactElement => {
  const { canSeePersonal } = useServices();
  const to = personPath(id);
  if (!to || !canSeePersonal) return <>{text}</>;
  return (
    <AppLink to={to} data-test-subj={`personLink-${id}`}>
      {text}
    </AppLink>
  );
};
