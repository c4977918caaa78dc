import {
  EuiAvatar,
  EuiButtonEmpty,
  EuiComboBox,
  EuiFormRow,
  EuiHeaderSectionItemButton,
  EuiHorizontalRule,
  EuiPopover,
  EuiRadioGroup,
  EuiText,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { useStore } from '../core/store';
import { COLOR_MODES, type ColorMode, type PersonalSettings } from '../metadata';
import type { PageServices } from './services';

const MODE_LABELS: Readonly<Record<ColorMode, string>> = {
  light: 'Light',
  dark: 'Dark',
  system: 'Same as the system',
};

const ZONES = ['Browser', 'UTC', ...Intl.supportedValuesOf('timeZone')].map((label) => ({ label }));

/** Who one is, how the pages look, and the way out. */
export const UserMenu = ({ services }: { readonly services: PageServices }): ReactElement => {
  const { settings, metadata } = services;
  const values = useStore(settings.values);
  const [isOpen, setOpen] = useState(false);
  const name = metadata.user.fullName ?? metadata.user.username;
  const change = (next: Partial<PersonalSettings>, reload: boolean): void => {
    settings
      .change(next)
      .then(() => {
        if (reload) window.location.reload();
      })
      .catch((error: unknown) => {
        const text = error instanceof Error ? error.message : String(error);
        services.core.notifications.toasts.addDanger({ title: 'The setting was not saved', text });
      });
  };
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      anchorPosition="downRight"
      aria-label="User menu"
      button={
        <EuiHeaderSectionItemButton
          aria-label={`User menu of ${name}`}
          aria-expanded={isOpen}
          aria-haspopup="true"
          onClick={() => setOpen(!isOpen)}
          data-test-subj="userMenuButton"
        >
          <EuiAvatar name={name} size="s" />
        </EuiHeaderSectionItemButton>
      }
    >
      <EuiText size="s" data-test-subj="userMenuName">
        <strong>{name}</strong>
        <div>{metadata.user.username}</div>
      </EuiText>
      <EuiHorizontalRule margin="s" />
      <EuiFormRow label="Colors" hasChildLabel={false}>
        <EuiRadioGroup
          legend={{ children: 'Colors', display: 'hidden' }}
          name="colorMode"
          idSelected={`colorMode-${values.theme}`}
          options={COLOR_MODES.map((mode) => ({
            id: `colorMode-${mode}`,
            label: MODE_LABELS[mode],
          }))}
          onChange={(id) => {
            const theme = COLOR_MODES.find((mode) => id === `colorMode-${mode}`);
            if (theme) change({ theme }, false);
          }}
        />
      </EuiFormRow>
      <EuiFormRow label="Time zone">
        <EuiComboBox
          singleSelection={{ asPlainText: true }}
          isClearable={false}
          options={ZONES}
          selectedOptions={[{ label: values['dateFormat:tz'] }]}
          onChange={([zone]) => zone && change({ 'dateFormat:tz': zone.label }, true)}
          data-test-subj="timeZoneSetting"
        />
      </EuiFormRow>
      <EuiHorizontalRule margin="s" />
      <EuiButtonEmpty
        href="/logout"
        iconType="exit"
        size="s"
        flush="left"
        data-test-subj="logoutLink"
      >
        Log out
      </EuiButtonEmpty>
    </EuiPopover>
  );
};
