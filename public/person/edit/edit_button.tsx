import { EuiButtonEmpty } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import type { Person } from '../../../common/model/person';
import { useServices } from '../../shared/services';
import { t } from '../translations';
import { EditFlyout } from './edit_flyout';

/** Opens the form of a person's phones and roles; nothing for those who may only read. */
export const EditButton = ({
  person,
  onSaved,
}: {
  person: Person;
  onSaved(): void;
}): ReactElement | null => {
  const { canManage } = useServices();
  const [isOpen, setOpen] = useState(false);
  if (!canManage) return null;
  return (
    <>
      <EuiButtonEmpty
        iconType="pencil"
        onClick={() => setOpen(true)}
        data-test-subj="editPersonButton"
      >
        {t('vishing.person.editButtonLabel')}
      </EuiButtonEmpty>
      {isOpen ? (
        <EditFlyout
          person={person}
          onClose={() => setOpen(false)}
          onSaved={() => {
            setOpen(false);
            onSaved();
          }}
        />
      ) : null}
    </>
  );
};
