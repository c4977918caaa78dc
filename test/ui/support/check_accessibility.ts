import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Violations that axe finds on the whole page, one line each; none is what we want. */
export const accessibilityViolations = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`)
  );
};
