import { EuiEmptyPrompt, EuiProvider } from '@elastic/eui';
import { Component, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { ColorMode, PersonalSettings } from '../metadata';
import { useStore, type Store } from './store';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

/** `light` or `dark`, following the system where the person chose that. */
const useResolvedMode = (chosen: ColorMode): 'light' | 'dark' => {
  const [dark, setDark] = useState(systemIsDark.matches);
  useEffect(() => {
    const update = (): void => setDark(systemIsDark.matches);
    systemIsDark.addEventListener('change', update);
    return () => systemIsDark.removeEventListener('change', update);
  }, []);
  if (chosen !== 'system') return chosen;
  return dark ? 'dark' : 'light';
};

interface BoundaryState {
  readonly error?: Error;
}

/** Shows what went wrong instead of an empty page. */
class ErrorBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = {};

  static getDerivedStateFromError(error: Error): BoundaryState {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <EuiEmptyPrompt
        color="danger"
        iconType="error"
        title={<h2>This page could not be shown</h2>}
        body={<p>{error.message} Reload the page to try again.</p>}
        data-test-subj="errorBoundary"
      />
    );
  }
}

const Context = (props: {
  readonly settings: Store<PersonalSettings>;
  readonly globalStyles: boolean;
  readonly children: ReactElement;
}): ReactElement => {
  const { theme } = useStore(props.settings);
  const mode = useResolvedMode(theme);
  useEffect(() => {
    document.documentElement.style.colorScheme = mode;
  }, [mode]);
  return (
    <EuiProvider
      colorMode={mode}
      globalStyles={props.globalStyles ? undefined : false}
      utilityClasses={props.globalStyles ? undefined : false}
    >
      <ErrorBoundary>{props.children}</ErrorBoundary>
    </EuiProvider>
  );
};

/** Wraps a tree in the theme and an error boundary. Only the page around the apps brings the global styles. */
export const withContext = (
  element: ReactElement,
  settings: Store<PersonalSettings>,
  globalStyles = false
): ReactElement => (
  <Context settings={settings} globalStyles={globalStyles}>
    {element}
  </Context>
);
