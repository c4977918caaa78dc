import {
  EuiButton,
  EuiCheckboxGroup,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutHeader,
  EuiSpacer,
  EuiText,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import { editPerson } from '../../../common/api/person';
import { personRoleSchema, type Person } from '../../../common/model/person';
import { isAbort, toApiError } from '../../api/api_error';
import { callApi } from '../../api/call_api';
import { FormFooter } from '../../shared/form_footer';
import { useServices } from '../../shared/services';
import { roleName } from '../role_name';
import { t } from '../translations';
import {
  fieldsOf,
  newRow,
  rowFaults,
  toRequest,
  type EditFields,
  type EditRequest,
  type LineKind,
  type LineRow,
} from './edit_fields';
import { LineRows } from './line_rows';

interface EditFlyoutProps {
  readonly person: Person;
  onClose(): void;
  onSaved(): void;
}

/** Stores the form; what cannot be stored stays in it. */
const useSave = ({ person, onSaved, onClose }: EditFlyoutProps) => {
  const { core } = useServices();
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<string>();
  const save = async (body: EditRequest): Promise<void> => {
    if (Object.keys(body).length === 0) return onClose();
    setSaving(true);
    setError(undefined);
    try {
      await callApi(core.http, editPerson, { params: { person_id: person.id }, body });
      onSaved();
    } catch (reason) {
      if (!isAbort(reason)) setError(toApiError(reason).message);
    }
    setSaving(false);
  };
  return { isSaving, error, save };
};

const Roles = ({
  roles,
  onChange,
}: {
  roles: EditFields['roles'];
  onChange(roles: EditFields['roles']): void;
}): ReactElement => (
  <EuiCheckboxGroup
    legend={{ children: t('vishing.person.rolesFact') }}
    options={personRoleSchema.options.map((id) => ({ id, label: roleName(id) }))}
    idToSelectedMap={Object.fromEntries(roles.map((role) => [role, true]))}
    onChange={(id) =>
      onChange(personRoleSchema.options.filter((role) => roles.includes(role) !== (role === id)))
    }
    data-test-subj="personRoles"
  />
);

const useFields = (person: Person, zone: string) => {
  const before = useMemo(() => fieldsOf(person, zone), [person, zone]);
  const [fields, setFields] = useState(before);
  const added = useRef(0);
  const addRow = (kind: LineKind): void => {
    added.current += 1;
    const row = newRow(kind, `new-${added.current}`);
    setFields(({ rows, ...rest }) => ({ ...rest, rows: [...rows, row] }));
  };
  const changeRow = (key: string, row: LineRow | undefined): void =>
    setFields(({ rows, ...rest }) => ({
      ...rest,
      rows: rows.flatMap((present) => (present.key === key ? (row ?? []) : present)),
    }));
  return { before, fields, setFields, addRow, changeRow };
};

/** Adds, changes and ends phones of a person, and sets the roles. */
export const EditFlyout = (props: EditFlyoutProps): ReactElement => {
  const { person, onClose } = props;
  const { zone } = useServices();
  const titleId = useGeneratedHtmlId();
  const { before, fields, setFields, addRow, changeRow } = useFields(person, zone);
  const { isSaving, error, save } = useSave(props);
  const faults = rowFaults(fields, zone);
  return (
    <EuiFlyout onClose={onClose} aria-labelledby={titleId} size="m" data-test-subj="editPerson">
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="m">
          <h2 id={titleId}>{t('vishing.person.editTitle', { name: person.full_name })}</h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        <EuiText size="s" color="subdued">
          <p>{t('vishing.person.editDescription', { zone })}</p>
        </EuiText>
        <EuiSpacer size="m" />
        {(['number', 'extension'] as const).map((kind) => (
          <LineRows
            key={kind}
            kind={kind}
            rows={fields.rows}
            faults={faults}
            onChange={changeRow}
            onAdd={() => addRow(kind)}
          />
        ))}
        <Roles roles={fields.roles} onChange={(roles) => setFields({ ...fields, roles })} />
      </EuiFlyoutBody>
      <FormFooter
        error={error}
        errorSubject="editError"
        cancelLabel={t('vishing.person.cancelButtonLabel')}
        onCancel={onClose}
      >
        <EuiButton
          fill
          isLoading={isSaving}
          isDisabled={faults.size > 0}
          onClick={() => void save(toRequest(before, fields, zone))}
          data-test-subj="savePersonButton"
        >
          {t('vishing.person.saveButtonLabel')}
        </EuiButton>
      </FormFooter>
    </EuiFlyout>
  );
};
