import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Violations that axe finds on the whole page, one line each; none is what we want.
 * Only violations are worked out, and inside the page itself: axe's default writes down every element that is in
 * order, too, and carries that to a second page, which finds the same and takes six times as long. Its name for
 * the page itself is "legacy mode"; what that leaves out, frames of other origins, our pages do not have.
 */
export const accessibilityViolations = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`)
  );
};
