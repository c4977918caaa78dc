import { useEffect, useRef } from 'react';

/** What each key does; keys are as in `KeyboardEvent.key`. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const INTERACTIVE =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"]';
/** `Enter` belongs to these when they have the focus. */
const TAKES_ENTER = 'a, button, [role="button"]';

const isMeantForAnother = (event: KeyboardEvent): boolean => {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  if (!(target instanceof Element)) return false;
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return true;
  if (target.closest(INTERACTIVE)) return true;
  return event.key === 'Enter' && target.closest(TAKES_ENTER) !== null;
};

/** Single keys for the whole page; they are off while someone types or a dialog is open. */
export const useShortcuts = (shortcuts: Shortcuts): void => {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = latest.current[event.key];
      if (!action || isMeantForAnother(event)) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
};
